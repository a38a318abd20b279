"""The bot as a process: its start and end, its log, its connection, its knowledge loaded anew."""
