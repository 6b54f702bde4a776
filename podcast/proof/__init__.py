"""The galley proof of an essay: its source as a web page, in which what is not said is struck through.

html = proof(essay, script, duration_ms, notices)       # page.py
"""
