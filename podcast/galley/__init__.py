"""The galley of an essay: its source as a web page, in which what is not said is struck through.

html = galley(essay, script, duration_ms, notices)       # page.py
"""
