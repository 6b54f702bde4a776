"""From the facts of episodes to a show that is published.

    published = publish(recording, branding, settings, archive, now)    # commit.py: MP3, episode.json, pages, feed
    refresh(archive, settings, branding)                                # site.py: all that is made of facts
    report_on(folder).problems                                          # release_check.py: every rule

feed_facts.py tells the feed what it wants to know, paging.py cuts long lists, findings.py keeps what the check found.
"""
