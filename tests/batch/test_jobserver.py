import threading

from hypothesis import given
from hypothesis import strategies as st

from podcast.batch.jobserver import JobServer, Tokens

JOBS = 4
STEPS = st.tuples(st.sampled_from(["take", "ask", "grant", "give back", "forget"]), st.sampled_from("abc"))


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


def test_who_asked_first_gets_what_comes_free_first():
    server = JobServer(1)
    server.take("a")
    server.ask("b")
    server.ask("c")
    assert list(server.granted()) == []
    server.give_back("a")
    assert list(server.granted()) == ["b"]
    assert not server.take("d")


def test_one_that_died_waits_for_nothing():
    server = JobServer(1)
    server.ask("a")
    server.forget("a")
    assert list(server.granted()) == []


@given(st.lists(STEPS, max_size=30))
def test_whatever_is_asked_no_token_is_lost_or_made(steps):
    server, held = JobServer(JOBS), dict.fromkeys("abc", 0)
    for step, who in steps:
        if step == "take":
            held[who] += server.take(who)
        elif step == "ask":
            server.ask(who)
        elif step == "grant":
            for other in server.granted():
                held[other] += 1
        elif step == "give back":
            server.give_back(who)
            held[who] = max(0, held[who] - 1)
        else:
            server.forget(who)
            held[who] = 0
        assert server.free + sum(held.values()) == JOBS
        assert server.free >= 0


class Spare:
    """The other end of a process's tokens: how many there are to lend, and how many are lent."""

    def __init__(self, spare):
        self.spare, self.asked, self.lent = spare, 0, 0
        self.tokens = Tokens(self.ask, self.give_back)

    def ask(self):
        self.asked += 1

    def give_back(self):
        self.lent -= 1
        self.spare += 1

    def grant(self):
        while self.asked and self.spare:
            self.asked, self.spare, self.lent = self.asked - 1, self.spare - 1, self.lent + 1
            self.tokens.more()


def at_a_time(spare, threads, grants):
    """The most threads that were at work at a time, and the other end afterwards."""
    other, lock, running, most = Spare(spare), threading.Lock(), [], []
    full = threading.Event()

    def work():
        with other.tokens:
            with lock:
                running.append(1)
                most.append(len(running))
            full.wait(0.05)
            with lock:
                running.pop()

    workers = [threading.Thread(target=work) for _ in range(threads)]
    for worker in workers:
        worker.start()
    while any(worker.is_alive() for worker in workers):
        if grants:
            other.grant()
        full.wait(0.01)
    return max(most), other


def test_alone_a_process_does_one_thing_at_a_time():
    most, other = at_a_time(spare=0, threads=4, grants=True)
    assert (most, other.lent) == (1, 0)


def test_what_others_can_spare_is_used_and_given_back():
    most, other = at_a_time(spare=2, threads=6, grants=True)
    assert (most, other.lent, other.spare) == (3, 0, 2)


def test_what_comes_when_nobody_waits_any_more_goes_back_at_once():
    _, other = at_a_time(spare=2, threads=3, grants=False)
    assert other.asked
    other.grant()
    assert (other.lent, other.spare) == (0, 2)


def test_the_first_needs_nobody():
    other = Spare(0)
    with other.tokens:
        pass
    assert other.asked == 0


def test_what_was_lent_goes_back_while_its_own_is_still_at_work():
    other = Spare(1)
    with other.tokens:
        lent = threading.Thread(target=other.tokens.__enter__)
        lent.start()
        while lent.is_alive() and not other.asked:
            lent.join(0.001)
        other.grant()
        lent.join()
        assert (other.lent, other.spare) == (1, 0)
        other.tokens.__exit__()
        assert (other.lent, other.spare) == (0, 1)


def test_nobody_asks_for_more_than_wait():
    """One that was asked for and has not come is for whoever waits then."""
    other = Spare(0)

    def work():
        with other.tokens:
            pass

    with other.tokens:
        first = threading.Thread(target=work)
        first.start()
        while first.is_alive() and not other.asked:
            first.join(0.001)
    first.join()
    with other.tokens:
        second = threading.Thread(target=work)
        second.start()
        second.join(0.05)  # it waits by then, or soon
        assert other.asked == 1
    second.join()
    assert other.asked == 1
