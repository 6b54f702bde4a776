"""From a script with its cast to the sound of an episode.

    recorded = record_episode(request, body, options)   # recording.py: taken until it is at the show's loudness
    recorded.assembled.timeline

plan.py makes of each item of the script a job, in order; accompaniment.py has the music at its levels; options.py is
what a build is made with. Jobs are made in jobs/.
"""
