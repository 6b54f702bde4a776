"""Written text to what is said: readers of essays, the script, and spoken forms.

    essay = read_essay(data, "essay.md")            # reading.py; readers/, documents/, then cleaning/
    script = write_script(essay, says_title=False)  # script.py
    spoken(script.segments[0].text, "en-us")        # spoken/

Knows neither sound nor episodes. The law that all of it obeys stands in partition.py: no word is lost.
"""
