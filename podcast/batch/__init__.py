"""Several essays at a time, each in a process of its own; they share their jobs, and are published in their order.

    assignments = plan(manuscripts, folder, now)                # plan.py: which episodes they will be
    with Batch(options, most=len(assignments)) as batch:        # scheduler.py
        batch.build(assignments, watch)
        report = batch.check(slugs, base_url)

What comes out is what building one essay after the other would give, whatever the number of jobs is: everything of an
episode is made beside the others, but its number and its place in the feed it gets when all before it have theirs.
"""
