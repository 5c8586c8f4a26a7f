using System.Globalization;
using Answer = Croisee.Deliberation.Result;

namespace Croisee.Deliberation;

/// <summary>What the urn says once it is open: who voted by the number of their seat, and beside it what was voted, sorted so that neither tells of the other.</summary>
sealed record OpenedUrn(string Salt, IReadOnlyList<int> Voted, IReadOnlyList<CountedSeat> Voices);

/// <summary>
/// What each link holds, read from the question as it is now: the same text when it is linked and when it is read again. Left out is what may rightly go later: names, opinions,
/// remarks, reasons of recusals. Lines are sorted by what never changes, since rows come back in any order.
/// </summary>
static class ChainContents
{
    public static string Terms(Deliberation question)
    {
        var seats = question.Seats.OrderBy(s => s.Number).ThenBy(s => s.SeatId).ToList();
        return Lines(
        [
            ("texte", question.Question), ("regle", question.Rule.ToString()), ("quorum", question.QuorumKind.ToString()), ("quorum-valeur", Number(question.QuorumValue)),
            ("ecart", question.MaxGap is { } gap ? Number(gap) : ""), ("motif-demande", question.AsksReason ? "oui" : "non"),
            ("posee", Fingerprint.Instant(question.OpenedAt)), ("echanges", Fingerprint.Instant(question.DiscussionAt)), ("vote", Fingerprint.Instant(question.BallotAt)),
            ("fin", Fingerprint.Instant(question.BallotEndsAt)), ("fin-deplacee", Fingerprint.Instant(question.EndMovedAt)),
            .. seats.Select(s => ("siege", $"{Number(s.Number)} {s.College} {s.Standing}")),
            // What ties all this to its rows, without showing an identity to whoever reads the file.
            ("lignes", Fingerprint.Of([Id(question.Id), Id(question.GroupId), question.SubjectKind, Id(question.SubjectId), .. seats.SelectMany(RowOf), "retraits", .. question.Recusals.OrderBy(r => r.Id).SelectMany(RowOf)])),
        ]);
    }

    static string?[] RowOf(PanelSeat seat) => [Id(seat.Id), Id(seat.SeatId), Number(seat.Number)];

    static string?[] RowOf(Recusal recusal) =>
    [
        Id(recusal.Id), Id(recusal.SeatId), recusal.Departed ? "parti" : "lien", Id(recusal.DeclaredBy), Fingerprint.Instant(recusal.DeclaredAt), recusal.Restoring?.ToString(),
        recusal.RestoredBySeatId is { } by ? Id(by) : null, Fingerprint.Instant(recusal.RestoredAt),
    ];

    /// <summary>The print of a ballot as it was cast. Its salt keeps anybody from finding the seat or the vote by trying them all.</summary>
    public static string Mark(Ballot ballot) =>
        Fingerprint.Of("bulletin", ballot.Salt, Id(ballot.Id), Id(ballot.DeliberationId), Id(ballot.SeatId), ballot.Vote.ToString(), ballot.Motive, Fingerprint.Instant(ballot.CastAt));

    public static string Tally(Deliberation question) => Lines(
    [
        ("bulletins", Fingerprint.Of(InTurn(question).Select(b => b is null ? null : Fingerprint.Of("garde", b.Salt, Mark(b), Fingerprint.Instant(b.ReplacedAt))))),
        ("decompte", Opened(question) is { } opened ? PrintOf(opened) : ""),
    ]);

    /// <summary>Ballots in the order of their links; null where a link has none.</summary>
    public static IEnumerable<Ballot?> InTurn(Deliberation question)
    {
        var marked = question.Ballots.ToLookup(Mark);
        return question.Links.Where(l => l.Kind == LinkKind.Ballot).Select(l => marked[l.Content].FirstOrDefault());
    }

    /// <summary>Null before the closing, after the erasure, and for a question that ended without a count.</summary>
    public static OpenedUrn? Opened(Deliberation question) => !question.IsCounted ? null : new(
        Fingerprint.Of(question.Ballots.Select(b => b.Salt).Order(StringComparer.Ordinal).Prepend("sel")),
        [.. question.Seats.Where(s => s.Sits && question.StandingOf(s.SeatId) is not null).Select(s => s.Number).Order()],
        [.. question.Voices().Where(v => v.Vote is not null).OrderBy(v => v.College).ThenBy(v => v.Vote).ThenBy(v => v.Motive, StringComparer.Ordinal)]);

    static string PrintOf(OpenedUrn opened) => Fingerprint.Of(["decompte", opened.Salt, .. opened.Voted.Select(Number), "voix", .. opened.Voices.SelectMany(v => new[] { v.College.ToString(), v.Vote.ToString(), v.Motive })]);

    public static string? Closing(Deliberation question) => question.Step != Step.Closed ? null : Lines(
        [("clos", Fingerprint.Instant(question.ClosedAt)), ("resultat", question.Result?.ToString()), ("sans-suite", question.IsDropped ? Fingerprint.Of(question.Reason) : "")]);

    /// <summary>Of a question that led nowhere the reason is part of its closing.</summary>
    public static string? Reason(Deliberation question) => question.Reason is not { } reason || question.Result is Answer.Dropped ? null : Lines([("motif", Fingerprint.Of(reason))]);

    public static string? Erasure(Deliberation question) => question.ErasedAt is { } at ? Lines([("efface", Fingerprint.Instant(at))]) : null;

    static string Lines(IEnumerable<(string Key, string? Value)> lines) => string.Join('\n', lines.Select(l => $"{l.Key}={OnOneLine(l.Value)}"));

    static string OnOneLine(string? text) => (text ?? "").Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal).Replace("\r", @"\r", StringComparison.Ordinal);

    static string Id(Guid id) => id.ToString("N");

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
