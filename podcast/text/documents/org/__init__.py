"""Org documents: `reader` goes over the lines; inline and lists know what stands in them."""
