"""What our drivers of neural nets share: from words to a net's letters, and from its frames back to words.

english.py      an English text in misaki's letters, which hibari and Kokoro read
portions.py     a text in sentences, and a sentence in parts as long as a net can say at once
onnx.py         a net that also tells how long each letter lasts
warp.py         other speakers out of one net's spectra
"""
