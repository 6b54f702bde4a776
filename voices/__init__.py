"""Words to sound: voices, the engines that speak in them, and the isolated booth that they speak in.

    with Booth("espeak_ng") as booth:
        voice = cast(profile("narrator"), booth.roster())
        take = booth.speak(Utterance("Rivers bend.", voice))

Knows nothing of essays, episodes or feeds.
"""
