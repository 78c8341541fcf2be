"""Whatever is done to a journal, in whatever order: it holds just that, and is sound."""

from hypothesis import settings

from tests.store.any_history import AnyHistory

TestAnyHistory = AnyHistory.TestCase
TestAnyHistory.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
