"""A Discord on 127.0.0.1: enough of its REST API and gateway to drive the real bot process, and as strict."""
