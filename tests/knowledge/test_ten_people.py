"""Ten invented people: the findings, order and wording a careful doctor would give each of them."""

from datetime import date, timedelta
from types import MappingProxyType

from journal_app.analysis.results import Lacking, Verdict
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.profile import Posture, Profile
from journal_app.knowledge.entries import Level
from journal_app.knowledge.matcher import Group
from journal_app.knowledge.warnings import no_warning, standing_cards
from tests.builders import TODAY, evening, records_of
from tests.knowledge.cases import OFTEN, SELDOM, seen, takes, tell, ticked


class TestWomanOf72OnAThiazide:
    records = records_of(
        SELDOM,
        profile=Profile(birth_year=1954, cramps_since=date(2026, 9, 1)),
        medicines=(takes("Bendroflumethiazide 2.5 mg", date(2026, 7, 20)),),
    )

    def test_hears_first_that_a_medicine_came_before_her_cramps(self, knowledge):
        first = tell(knowledge, self.records).findings[0]

        assert first.entry.id == "new-medicine"
        assert "Bendroflumethiazide 2.5 mg" in {reason.about for reason in first.reasons}

    def test_reads_about_her_tablet_before_anything_else_seen(self, knowledge):
        told = tell(knowledge, self.records, seen("alcohol"))

        assert told.in_group(Group.SEEN_AND_KNOWN)[:2] == ["diuretic-thiazide", "alcohol"]

    def test_is_asked_to_talk_about_it_and_not_to_stop_it(self, knowledge):
        step = tell(knowledge, self.records).top.steps[0]

        assert step.do == "heed"
        assert "Do not stop it by yourself" in step.text

    def test_reads_that_cramps_come_with_age(self, knowledge):
        assert tell(knowledge, self.records).group("age") is Group.KNOWN_NOT_SEEN

    def test_taking_it_for_ten_years_is_no_new_medicine(self, knowledge):
        long_on_it = (takes("Bendroflumethiazide", date(2016, 5, 1)),)
        told = tell(knowledge, records_of(SELDOM, profile=self.records.profile, medicines=long_on_it))

        assert "new-medicine" not in told.ids
        assert told.group("diuretic-thiazide") is Group.KNOWN_NOT_SEEN

    def test_a_lower_dose_is_no_rise(self, knowledge):
        change = date(2026, 8, 20)
        periods = (
            DosePeriod(date(2016, 5, 1), change - timedelta(days=1), "5 mg"),
            DosePeriod(change, None, "2.5 mg"),
        )
        medicines = (Medicine("b", "Bendroflumethiazide", periods),)
        told = tell(knowledge, records_of(SELDOM, profile=self.records.profile, medicines=medicines))

        assert "new-medicine" not in told.ids


class TestMarathonRunner:
    records = records_of(SELDOM, profile=Profile(birth_year=1992))
    found = (seen("unusual_exertion"), seen("heavy_sweat", Verdict.NONE, 1.1))

    def test_sees_that_unusual_effort_went_with_cramps_and_is_known(self, knowledge):
        assert tell(knowledge, self.records, *self.found).group("overexertion") is Group.SEEN_AND_KNOWN

    def test_does_not_hear_that_sweat_is_known_for_night_cramps(self, knowledge):
        assert tell(knowledge, self.records, *self.found).group("sweat-loss-marathon") is Group.NOTHING_FOUND

    def test_is_never_told_to_take_salt(self, knowledge):
        told = tell(knowledge, self.records, *self.found)

        assert "sodium-supplement" not in told.tried
        assert told.top.steps[0].entry.id == "overexertion"

    def test_has_no_warning(self, knowledge):
        assert tell(knowledge, self.records, *self.found).warnings == []


class TestWeek34OfPregnancy:
    records = records_of(SELDOM, profile=Profile(birth_year=1994, pregnant=True, due=date(2026, 12, 16)))

    def test_is_sent_to_her_midwife_first(self, knowledge):
        first = tell(knowledge, self.records).findings[0]

        assert first.entry.id == "pregnancy-cramps"
        assert first.level is Level.ROUTINE

    def test_reads_about_pregnancy(self, knowledge):
        assert "pregnancy" in tell(knowledge, self.records).ids

    def test_is_offered_no_supplement_and_no_heat(self, knowledge):
        assert set(tell(knowledge, self.records).tried) <= {"stretch-calf-hamstring", "loose-bedding"}

    def test_with_one_sore_calf_is_told_to_call_today(self, knowledge):
        records = records_of(SELDOM, profile=self.records.profile, warnings=(ticked("pregnancy-swelling"),))

        assert tell(knowledge, records).findings[0].entry.id == "pregnancy-swelling"


class TestDialysis:
    records = records_of(OFTEN, profile=Profile(birth_year=1960, dialysis=True))

    def test_is_sent_to_the_dialysis_team_first(self, knowledge):
        assert tell(knowledge, self.records).ids[0] == "dialysis-cramps"

    def test_is_offered_no_remedy(self, knowledge):
        assert [step.do for step in tell(knowledge, self.records).top.steps] == ["heed"]

    def test_reads_about_dialysis(self, knowledge):
        assert tell(knowledge, self.records).group("dialysis") is Group.KNOWN_NOT_SEEN


class TestOneSwollenCalf:
    records = records_of(
        OFTEN, warnings=(ticked("dvt"),), medicines=(takes("Raloxifene", date(2026, 10, 1)),)
    )

    def test_stands_above_all_else(self, knowledge):
        told = tell(knowledge, self.records, seen("alcohol"), seen("stretching_bed", Verdict.STRONG, 0.4))

        assert told.findings[0].entry.id == "dvt"
        assert told.findings[0].level is Level.SAME_DAY

    def test_has_no_remedy_beside_it(self, knowledge):
        top = tell(knowledge, self.records, seen("stretching_bed", ratio=0.4)).top

        assert top.urgent
        assert [step.entry.id for step in top.steps] == ["dvt"]

    def test_reads_whom_to_call_in_the_own_country(self, knowledge):
        (card,) = standing_cards(self.records.warnings, knowledge, "UK")

        assert "111" in card.text
        assert "999" in card.text
        assert "{" not in card.text

    def test_a_breathless_person_reads_the_emergency_before_it(self, knowledge):
        records = records_of(OFTEN, warnings=(ticked("dvt"), ticked("pe")))

        assert tell(knowledge, records).warnings[:2] == ["pe", "dvt"]


class TestUrgeToMove:
    def answers(self, nights):
        return {evening(k): {"urge": True, "eased_by_moving": True} for k in range(nights)}

    def test_three_nights_of_two_answers_give_a_hint(self, knowledge):
        told = tell(knowledge, records_of(SELDOM), answers=self.answers(3))

        assert told.group("restless-legs") is Group.SEEN_AND_KNOWN
        assert told.findings[0].entry.id == "restless-legs"

    def test_two_nights_give_none(self, knowledge):
        assert "restless-legs" not in tell(knowledge, records_of(SELDOM), answers=self.answers(2)).ids

    def test_two_answers_on_one_night_and_one_on_others_give_none(self, knowledge):
        answers = self.answers(1) | {evening(k): {"urge": True} for k in (1, 2, 3)}

        assert "restless-legs" not in tell(knowledge, records_of(SELDOM), answers=answers).ids

    def test_the_hint_is_a_question_and_no_label(self, knowledge):
        step = tell(knowledge, records_of(SELDOM), answers=self.answers(3)).top.steps[0]

        assert step.do == "ask"
        assert step.text.endswith("?")


class TestStatinWithDarkUrine:
    records = records_of(
        SELDOM, warnings=(ticked("rhabdomyolysis"),), medicines=(takes("Atorvastatin 40", date(2026, 9, 20)),)
    )

    def test_is_an_emergency_above_the_statin_itself(self, knowledge):
        told = tell(knowledge, self.records)

        assert told.findings[0].entry.id == "rhabdomyolysis"
        assert told.findings[0].level is Level.EMERGENCY
        assert told.ids.index("rhabdomyolysis") < told.ids.index("statin")

    def test_is_told_to_speak_of_the_statin_and_not_to_stop_it(self, knowledge):
        (step,) = tell(knowledge, self.records).top.steps

        assert "statin" in step.text
        assert "stop" not in step.text.lower()


class TestParkinsonsWithCurledToes:
    records = records_of(SELDOM, profile=Profile(birth_year=1951, conditions=("parkinsons",)))
    answers = MappingProxyType({evening(k): {"posture": True, "early_morning": True} for k in range(4)})

    def test_gets_the_hint_of_a_foot_that_twists(self, knowledge):
        assert tell(knowledge, self.records, answers=self.answers).findings[0].entry.id == "dystonia"

    def test_reads_about_parkinsons_too(self, knowledge):
        told = tell(knowledge, self.records, answers=self.answers)

        assert told.group("parkinsons") is Group.KNOWN_NOT_SEEN

    def test_is_told_not_to_change_tablets_alone(self, knowledge):
        entry = tell(knowledge, self.records, answers=self.answers).of("dystonia").entry

        assert any("by yourself" in text for text in entry.not_for)


class TestShiftWorkerOnConcrete:
    records = records_of(SELDOM, profile=Profile(birth_year=1980, posture=Posture.STANDING))
    found = (seen("standing"), seen("hard_floor"))

    def test_sees_standing_as_known(self, knowledge):
        assert tell(knowledge, self.records, *self.found).group("prolonged-standing") is Group.SEEN_AND_KNOWN

    def test_sees_the_floor_as_not_known(self, knowledge):
        assert tell(knowledge, self.records, *self.found).group("concrete-floor") is Group.SEEN_NOT_KNOWN

    def test_is_told_of_breaks_first(self, knowledge):
        step = tell(knowledge, self.records, *self.found).top.steps[0]

        assert (step.do, step.entry.id) == ("change", "prolonged-standing")


class TestNothingSpecial:
    records = records_of("ooooo#ooooo", profile=Profile(birth_year=1985))
    few = seen("water", Verdict.TOO_FEW_NIGHTS, None, lacking=Lacking.NIGHTS, nights_needed=9)

    def test_has_no_warning_which_is_no_all_clear(self, knowledge):
        assert tell(knowledge, self.records, self.few).warnings == []
        assert no_warning(knowledge) == "No warning sign ticked; this is not an all-clear."

    def test_sees_that_nights_are_too_few(self, knowledge):
        told = tell(knowledge, self.records, self.few)

        assert [finding.group for finding in told.findings if finding.factor == "water"] == [Group.NOT_ENOUGH]

    def test_gets_at_most_a_few_cards(self, knowledge):
        assert len(tell(knowledge, self.records, self.few).findings) <= 3

    def test_is_offered_stretching_and_loose_bedding_first(self, knowledge):
        assert tell(knowledge, self.records, self.few).tried[:2] == [
            "stretch-calf-hamstring",
            "loose-bedding",
        ]

    def test_is_never_cleared_by_the_program(self, knowledge):
        records = records_of(SELDOM, warnings=(ticked("dvt", on=TODAY - timedelta(days=400)),))

        assert tell(knowledge, records).warnings == ["dvt"]
