"""Words to sound: voices, the engines that speak in them, and the isolated booth that they speak in.

    with Booth("espeak_ng") as booth:
        roster = booth.roster()
        voice = cast(find("narrator", roster), roster, language="en-us")
        take = booth.speak(Utterance("Rivers bend.", voice))

Knows nothing of essays, episodes or feeds.
"""
