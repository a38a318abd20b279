"""Tests of On Record: sentences about its behaviour, with real parts."""
