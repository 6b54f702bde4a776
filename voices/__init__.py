"""Words to sound: voices, the engines that speak in them, and the isolated process that an engine speaks in.

    with EngineProcess("espeak_ng") as engine_process:
        roster = engine_process.roster()
        voice = cast(find("narrator", roster), roster, language="en-us")
        take = engine_process.speak(Utterance("Rivers bend.", voice))

Knows nothing of essays, episodes or feeds.
"""
