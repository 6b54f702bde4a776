"""The one way in which this program runs other processes of its own: engines, workers, and the builds of a batch.

    child = Child("podcast.recording.jobs.worker")      # child.py: started, asked, timed out, ended, and reaped
    answer = child.ask(question, timeout_s=60)
    child.close()

and inside it

    messages = claimed()                                # messages.py: what were stdin and stdout, for messages alone
    messages.send(answer_to(messages.receive()))

Nothing here knows what is asked. Who wants several of them keeps them: podcast/recording/jobs/pool.py and
podcast/batch/scheduler.py do.
"""
