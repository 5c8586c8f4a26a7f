using Croisee.Data;

namespace Croisee.Tests.Deliberation;

/// <summary>
/// What somebody who holds the database may do to one urn: change, delete, insert, exchange, in every column that counts. Each is written so that it always changes something
/// where there is something to change; the triggers and the index that stand in the way are taken out first, as such a person would.
/// </summary>
sealed class Tampering(Engine engine, Guid question, Guid other, Random random)
{
    readonly string q = Literal(question), o = Literal(other);

    /// <summary>SQLite keeps identities as text in capitals; PostgreSQL reads the same.</summary>
    static string Literal(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";

    string New => Literal(Guid.CreateVersion7());
    string Moved => engine == Engine.Sqlite ? "'2019-05-06 07:08:09.123456'" : "'2019-05-06 07:08:09.123456+00'";

    public IEnumerable<string> Defences => engine == Engine.Sqlite
        ? ["drop trigger ballots_kept", "drop trigger ballots_stay", "drop trigger chain_links_kept", "drop trigger chain_links_stay", "drop index ballots_once"]
        : ["drop trigger ballots_kept on ballots", "drop trigger chain_links_kept on chain_links", "drop index ballots_once"];

    /// <summary>One row of the question, by lot among those that fit.</summary>
    string One(string table, string where = "") => $"id = (select id from {table} where deliberation_id = {q} {where} order by id limit 1 offset {random.Next(6)})";

    string Ballot(string where = "") => One("ballots", where);
    string Seat(string where = "") => One("panel_seats", where);
    string Recusal => One("recusals");
    string Link(string where = "") => One("chain_links", where);
    string Another(string not) => $"(select id from seats where id <> {not} and group_id = (select group_id from deliberations where id = {q}) order by id limit 1 offset {random.Next(3)})";

    /// <summary>The first or the last seat, by identity, of those whose ballot stands.</summary>
    string End(string which) => engine == Engine.Sqlite
        ? $"(select {which}(seat_id) from ballots b where b.deliberation_id = {q} and b.replaced_at is null)"
        : $"(select {which}(seat_id::text) from ballots b where b.deliberation_id = {q} and b.replaced_at is null)::uuid";

    /// <summary>By name; several statements where one does not do it.</summary>
    public IReadOnlyList<(string What, string[] Sql)> All =>
    [
        ("a vote", [$"update ballots set vote = case vote when 'Yes' then 'No' when 'No' then 'Abstain' else 'Yes' end where {Ballot()}"]),
        ("a standing vote", [$"update ballots set vote = case vote when 'Yes' then 'No' when 'No' then 'Yes' else 'No' end where {Ballot("and replaced_at is null")}"]),
        ("a motive written", [$"update ballots set motive = 'Une autre raison.' where {Ballot()}"]),
        ("a motive taken out", [$"update ballots set motive = null where {Ballot("and motive is not null")}"]),
        ("a motive by one sign", [$"update ballots set motive = motive || '.' where {Ballot("and motive is not null")}"]),
        ("the instant of a ballot", [$"update ballots set cast_at = {Moved} where {Ballot()}"]),
        ("a ballot made to leave", [$"update ballots set replaced_at = {Moved} where {Ballot("and replaced_at is null")}"]),
        ("a ballot made to come back", [$"update ballots set replaced_at = null where {Ballot("and replaced_at is not null")}"]),
        ("the instant when a ballot left", [$"update ballots set replaced_at = {Moved} where {Ballot("and replaced_at is not null")}"]),
        ("the salt of a ballot", [$"update ballots set salt = '{Convert.ToHexStringLower(Guid.CreateVersion7().ToByteArray())}' where {Ballot()}"]),
        ("the seat of a ballot", [$"update ballots set seat_id = {Another("ballots.seat_id")} where {Ballot()}"]),
        ("the identity of a ballot", [$"update ballots set id = {New} where {Ballot()}"]),
        ("a ballot given to another question", [$"update ballots set deliberation_id = {o} where {Ballot()}"]),
        ("a ballot taken from another question", [$"update ballots set deliberation_id = {q} where id = (select id from ballots where deliberation_id = {o} order by id limit 1 offset {random.Next(3)})"]),
        ("a ballot deleted", [$"delete from ballots where {Ballot()}"]),
        ("a standing ballot deleted", [$"delete from ballots where {Ballot("and replaced_at is null")}"]),
        ("the last ballot deleted", [$"delete from ballots where id = (select id from ballots where deliberation_id = {q} order by cast_at desc, id desc limit 1)"]),
        ("all ballots deleted", [$"delete from ballots where deliberation_id = {q}"]),
        ("a ballot copied", [$"insert into ballots (id, deliberation_id, seat_id, vote, motive, cast_at, replaced_at, salt) select {New}, deliberation_id, seat_id, vote, motive, cast_at, replaced_at, salt from ballots where {Ballot()}"]),
        ("a ballot inserted", [$"insert into ballots (id, deliberation_id, seat_id, vote, motive, cast_at, replaced_at, salt) select {New}, deliberation_id, seat_id, 'Yes', null, {Moved}, null, salt from panel_seats, (select '00112233445566778899aabbccddeeff' as salt) s where {Seat()}"]),
        ("two seats exchange their ballots", [$"update ballots set seat_id = case seat_id when {End("min")} then {End("max")} else {End("min")} end where deliberation_id = {q} and replaced_at is null and seat_id in ({End("min")}, {End("max")}) and {End("min")} <> {End("max")}"]),
        ("the order of ballots", [$"update ballots set cast_at = (select max(cast_at) from ballots b where b.deliberation_id = {q}) where {Ballot($"and cast_at < (select max(cast_at) from ballots b where b.deliberation_id = {q})")}"]),
        ("a seat that sits or not", [$"update panel_seats set standing = case standing when 'Sitting' then 'SetAside' else 'Sitting' end where {Seat()}"]),
        ("the side of a seat", [$"update panel_seats set college = case college when 'ServiceUsers' then 'Professionals' else 'ServiceUsers' end where {Seat()}"]),
        ("the number of a seat", [$"update panel_seats set number = number + 40 where {Seat()}"]),
        ("whose seat it is", [$"update panel_seats set seat_id = (select id from seats where id not in (select seat_id from panel_seats p where p.deliberation_id = {q}) order by id limit 1) where {Seat()}"]),
        ("a seat deleted", [$"delete from panel_seats where {Seat()}"]),
        ("a seat inserted", [$"insert into panel_seats (id, deliberation_id, seat_id, number, college, label, standing) select {New}, {q}, id, 77, college, label, 'Sitting' from seats where id = (select id from seats where id not in (select seat_id from panel_seats p where p.deliberation_id = {q}) order by id limit 1)"]),
        ("a recusal deleted", [$"delete from recusals where {Recusal}"]),
        ("a recusal said a departure", [$"update recusals set departed = not departed where {Recusal}"]),
        ("how sides were made equal", [$"update recusals set restoring = case restoring when 'Drawn' then 'SetAside' else 'Drawn' end, restored_at = {Moved} where {Recusal}"]),
        ("when a link was declared", [$"update recusals set declared_at = {Moved} where {Recusal}"]),
        .. Question.Select(set => (set.What, (string[])[$"update deliberations set {set.Set} where id = {q}"])),
        ("an erasure that nobody announced", [$"update deliberations set erased_at = {Moved} where id = {q} and erased_at is null", $"delete from ballots where deliberation_id = {q}"]),
        ("what a link holds", [$"update chain_links set content = content || ' ' where {Link()}"]),
        ("a print", [$"update chain_links set print = '{new string('0', 64)}' where {Link()}"]),
        ("a kind", [$"update chain_links set kind = case kind when 'Ballot' then 'Terms' else 'Ballot' end where {Link()}"]),
        ("a seal", [$"update chain_links set seal = 'CfDJ8' || seal where {Link()}"]),
        ("a link deleted", [$"delete from chain_links where {Link()}"]),
        ("the end of a chain deleted", [$"delete from chain_links where deliberation_id = {q} and number > {random.Next(1, 4)}"]),
        ("a whole chain deleted", [$"delete from chain_links where deliberation_id = {q}"]),
        ("a whole chain deleted, as if there never was one", [$"delete from chain_links where deliberation_id = {q}", $"update deliberations set chained = not chained where id = {q}"]),
        ("a link moved", [$"update chain_links set number = number + 500 where {Link()}"]),
        ("a link copied at the end", [$"insert into chain_links (id, deliberation_id, number, kind, content, print, seal) select {New}, deliberation_id, 900, kind, content, print, seal from chain_links where {Link()}"]),
        ("a ballot and its link deleted", [$"delete from chain_links where deliberation_id = {q} and number = 2", $"delete from ballots where {Ballot()}"]),
    ];

    /// <summary>Columns of the question itself.</summary>
    IEnumerable<(string What, string Set)> Question =>
    [
        ("the question", "question = question || ' '"), ("the rule", "rule = case rule when 'DoubleMajority' then 'SimpleMajority' else 'DoubleMajority' end"),
        ("the kind of quorum", "quorum_kind = case quorum_kind when 'Percent' then 'MoreThanHalf' else 'Percent' end"), ("the quorum", "quorum_value = quorum_value + 1"),
        ("the gap excused", "max_gap = coalesce(max_gap, 0) + 1"), ("whether a reason is asked", "asks_reason = not asks_reason"), ("when it was put", $"opened_at = {Moved}"), ("when the exchanges opened", $"discussion_at = {Moved}"),
        ("when the vote opened", $"ballot_at = {Moved}"), ("when the vote ends", $"ballot_ends_at = {Moved}"), ("when the end was moved", $"end_moved_at = {Moved}"), ("when it closed", $"closed_at = {Moved}"),
        ("the result", "result = case result when 'Adopted' then 'Rejected' else 'Adopted' end"), ("the subject", $"subject_id = {New}"), ("the kind of subject", "subject_kind = 'autre'"), ("the reference", "reference = 'bcdfghjk'"),
        ("the reason", "reason = 'Une autre raison.'"), ("the vote opened again", "step = 'Ballot', closed_at = null, result = null"), ("that it has a chain", "chained = not chained"),
        ("the group", $"group_id = (select id from groups where id <> deliberations.group_id order by id limit 1)"),
    ];
}
