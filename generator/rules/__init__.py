"""Can it all be true together?

Each rule is a small function that yields what contradicts one sentence, its docstring. Rules judge and never
repair. What they say to editors stands in ``strings/problems.yml`` under their codes.
"""

import datetime
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from generator.load import Records
from generator.model.survey import Survey
from generator.model.unknown import UnknownError
from generator.problems import Complaint
from generator.rules import (
    articles,
    corrections,
    duties,
    events,
    exceptions,
    histories,
    holidays,
    measurements,
    media,
    officials,
    privacy,
    publication,
    references,
    sources,
    spreadsheets,
    statements,
    times,
    units,
)
from generator.rules.context import Context, Rule, Sheet

RULES: tuple[Rule, ...] = (
    references.references_resolve,
    references.links_lead_to_others,
    references.ids_are_unique,
    references.terms_are_unique,
    references.lists_name_each_once,
    references.addresses_are_free,
    references.records_are_used,
    references.former_ids_lead_to_one_record,
    histories.units_have_names,
    histories.bodies_serve_places,
    units.units_exist_on_the_day,
    histories.units_end_with_their_reorganisation,
    histories.successors_exist,
    histories.ended_units_say_what_became_of_them,
    histories.nothing_is_above_itself,
    histories.times_begin_before_they_end,
    histories.attributes_lie_in_the_life_of_their_unit,
    units.nobody_writes_to_a_district,
    units.measured_units_exist_in_the_period,
    histories.codes_belong_to_one_unit_at_a_time,
    times.bounds_enclose_the_date,
    times.unknown_years_are_explained,
    times.nothing_happened_tomorrow,
    times.steps_stand_in_order,
    times.periods_begin_before_their_survey,
    times.deadlines_can_be_counted,
    times.deadlines_can_be_lived_to_see,
    holidays.days_off_are_known_to_the_end,
    histories.attributes_follow_one_another,
    statements.statements_say_something,
    statements.ids_tell_their_list,
    statements.scopes_name_units_or_none,
    statements.scopes_name_surveyed_units,
    statements.absences_are_absent,
    statements.a_blank_is_not_an_answer,
    sources.places_are_named_as_the_source_counts,
    sources.cites_tell_the_place,
    sources.places_are_in_the_source,
    sources.sources_are_used_whole,
    sources.sources_are_cited,
    sources.statements_say_who_says_so,
    sources.kept_documents_say_why,
    sources.documents_are_in_one_place,
    sources.documents_are_known_from_somewhere,
    privacy.records_hold_no_personal_data,
    media.pictures_are_described,
    media.named_files_exist,
    media.files_are_named,
    media.captions_alone_say_why,
    media.checksums_fit,
    media.pictures_do_not_tell_positions,
    media.files_are_what_their_names_say,
    media.files_are_not_too_large,
    media.pictures_can_be_painted,
    media.documents_only_show_pages,
    measurements.shares_follow_from_their_numbers,
    measurements.parts_add_up,
    measurements.values_lie_in_the_range,
    measurements.values_are_there_or_missing,
    measurements.provincial_indices_stay_with_provinces,
    measurements.thousands_are_not_decimals,
    measurements.measured_units_took_part,
    measurements.nothing_is_a_share_of_nothing,
    spreadsheets.texts_are_no_commands,
    officials.texts_name_no_officials_where_posts_are_shown,
    officials.members_have_a_name_or_a_post,
    publication.addresses_can_be_joined,
    publication.ids_of_sites_are_their_own,
    publication.states_have_what_they_need,
    publication.states_have_nothing_else,
    publication.replies_have_a_window,
    publication.withdrawals_are_withdrawn,
    corrections.corrections_name_a_value,
    corrections.corrections_keep_what_was_before,
    corrections.corrections_lead_to_what_is_there_now,
    corrections.redactions_do_not_repeat,
    corrections.only_what_was_public_is_withdrawn,
    events.events_are_appended,
    events.values_belong_to_their_type,
    events.steps_are_complete,
    events.steps_say_nothing_else,
    events.verifications_tell_how,
    duties.addressees_are_said_one_way,
    duties.steps_say_of_whom_they_speak,
    duties.only_the_council_judges,
    duties.findings_say_whose_they_are,
    duties.nobody_frees_itself,
    duties.steps_speak_of_who_owes,
    duties.extensions_give_more_time,
    duties.deadlines_are_for_what_is_open,
    duties.claims_of_a_group_say_of_how_many,
    exceptions.exceptions_are_possible,
    exceptions.exceptions_name_a_file,
    exceptions.exceptions_end,
    articles.articles_hold_what_both_readers_show,
    articles.required_articles_are_there,
    articles.articles_have_their_own_address,
    articles.pictures_have_words,
    privacy.articles_hold_no_personal_data,
)
"""All rules."""


def check(records: Records, *, today: datetime.date) -> list[Complaint]:
    """Return everything that cannot be true together in the records on ``today``, but for agreed exceptions."""
    known = Context(records, today)
    of_all, of_surveys, of_sheets = (
        [rule.find for rule in RULES if rule.reads == kind] for kind in ("all", "survey", "sheet")
    )
    found: list[Complaint] = []
    for sheet in known.sheets:
        finds = of_sheets + of_surveys if type(sheet.record) is Survey else of_sheets
        found += [complaint for find in finds for complaint in find(sheet)]
    for sheet in known.partial_sheets:
        finds = of_sheets + of_surveys if type(sheet.record) is Survey else of_sheets
        found += [complaint for find in finds for complaint in _as_far_as_known(find, sheet)]
    found += [complaint for find in of_all for complaint in find(known)]
    found += references.references_of_unfit_files(known)
    left, used = exceptions.excused(found, known)
    return [*left, *exceptions.unused(known, used)]


def _as_far_as_known(find: Callable[[Any], Iterator[Complaint]], sheet: Sheet[Any]) -> Iterator[Complaint]:
    """Yield what a rule finds in a record of which a part is not known, until it asks for what is not known."""
    with suppress(UnknownError):
        yield from find(sheet)
