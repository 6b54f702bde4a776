from podcast.recording.jobs.cluster_worker import MakerVersions, OtherVersionsError
from podcast.recording.jobs.strangers import Strangers

NET, ROBOT = MakerVersions("hibari 1; processor a", "1"), MakerVersions("espeak_ng 1", "2")


def test_a_worker_is_left_out_of_what_it_would_make_otherwise_and_of_nothing_else():
    strangers = Strangers()
    assert strangers.others(["a", "b"], NET) is None
    strangers.meet(OtherVersionsError("hibari 1; processor b", "attic", "b", "a"), NET, NET.versions)
    assert strangers.others(["a", "b"], NET) == ("b",)
    assert strangers.others(["a"], NET) == ()
    assert strangers.others(["a", "b"], ROBOT) is None


def test_a_host_is_told_once_for_each_reason():
    strangers = Strangers()
    for address in ("tcp://attic:1", "tcp://attic:2"):
        strangers.meet(OtherVersionsError("hibari 1; processor b", "attic", "b", address), NET, NET.versions)
    strangers.meet(OtherVersionsError("espeak_ng 1", "cellar", "b", "tcp://cellar:1"), ROBOT, ROBOT.versions)
    attic, cellar = strangers.told
    assert "attic" in attic
    assert "processor b" in attic
    assert "cellar" in cellar
