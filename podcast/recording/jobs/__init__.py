"""What is to be recorded, as plain data, and who records it.

    with JobRunner(jobs=2, store=store) as runner:                     # runner.py
        for outcome in runner.outcomes(jobs):                  # in their order, or from the store
            outcome.made, outcome.is_voiced

render_jobs.py and questions.py say what can be wanted; kept.py finds what was made before. worker.py is a process of
this machine that makes it, pool.py several of them; cluster.py and cluster_worker.py are those of other machines.
speaker.py is who asks engines, takes.py what they said; stopwatch.py measures them.
"""
