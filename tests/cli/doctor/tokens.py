"""What looks like a bot's token."""

from base64 import urlsafe_b64encode

USER = urlsafe_b64encode(b"80351110224678912").decode().rstrip("=")
TOKEN = f"{USER}.GxYzAb.abcdefghijklmnopqrstuvwxyz-_0123456789"
