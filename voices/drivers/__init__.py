"""pyttsx3 drivers of our own, found by pyttsx3 beside its own once this folder is on its drivers' path.

They are imported as `pyttsx3.drivers.NAME`, and only in the process of a booth (voices/host.py).
"""
