from hypothesis import given
from hypothesis import strategies as st

from podcast.jobserver import JobServer

JOBS = 4
STEPS = st.tuples(st.sampled_from(["take", "give back", "forget"]), st.sampled_from("abc"))


def test_there_are_as_many_tokens_as_jobs():
    server = JobServer(2)
    assert [server.take("a"), server.take("b"), server.take("b")] == [True, True, False]


def test_what_one_gives_back_another_may_take():
    server = JobServer(1)
    server.take("a")
    server.give_back("a")
    assert server.take("b")


def test_the_tokens_of_one_that_died_come_back():
    server = JobServer(3)
    for _ in range(3):
        server.take("a")
    server.forget("a")
    assert server.free == 3


@given(st.lists(STEPS))
def test_whatever_is_asked_no_token_is_lost_or_made(steps):
    server, held = JobServer(JOBS), dict.fromkeys("abc", 0)
    for step, who in steps:
        if step == "take":
            held[who] += server.take(who)
        elif step == "give back":
            server.give_back(who)
            held[who] = max(0, held[who] - 1)
        else:
            server.forget(who)
            held[who] = 0
        assert server.free + sum(held.values()) == JOBS
        assert server.free >= 0
