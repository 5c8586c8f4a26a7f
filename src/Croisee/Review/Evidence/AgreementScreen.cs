using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Groups;
using Croisee.People;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review.Evidence;

/// <summary>How far pairs agreed on a field before its words were changed, and since: the reason for having changed them. A pair that read on both sides of the change is in neither.</summary>
public sealed record Reworded(DateTime Since, FieldAgreement Before, FieldAgreement After);

/// <summary>What the page of agreements and its file read: every pair of the call, or of all calls of the group, of which both members have given their reading. Sides, never names.</summary>
public abstract class AgreementScreen(AppDb db, TimeProvider clock, Visitor visitor) : ReviewScreen(db, clock, visitor)
{
    public const string AllKey = "tous", Yes = "oui";

    /// <summary>Over every call that the group reads, or has read: many pairs, and one figure to follow from year to year.</summary>
    [FromQuery(Name = AllKey)] public string? AllCalls { get; set; }
    public bool IsOverAll => AllCalls == Yes;
    public IReadOnlyList<FieldAgreement> Fields { get; private set; } = [];
    public GroupAgreement? Whole { get; private set; }
    /// <summary>Experiences of which a pair has given both readings, and those a pair still reads.</summary>
    public int Read { get; private set; }
    public int Reading { get; private set; }
    /// <summary>Readings given before the newest wording of a field's vocabulary, by vocabulary.</summary>
    public IReadOnlyDictionary<string, (int Readings, int Edition, DateTime Since)> Older { get; private set; } = new Dictionary<string, (int, int, DateTime)>();

    /// <summary>For fields whose vocabulary was reworded while the call was read.</summary>
    public IReadOnlyList<Reworded> Reworded { get; private set; } = [];

    protected override async Task<IActionResult?> Ready()
    {
        if (Call is null || AllCalls is { Length: > 0 } && !IsOverAll) return NotFound();
        var (pairs, readings, experiences) = (Db.Pairs, Db.Readings, Db.Experiences);
        var mine = pairs.AsNoTracking().Where(p => p.GroupId == Group.Id).Join(experiences.Where(e => (IsOverAll || e.CallId == Call.Id) && e.State != ExperienceState.Withdrawn), p => p.ExperienceId, e => e.Id, (p, e) => p);
        var given = await mine.Join(readings.Where(r => r.GivenAt != null), p => p.Id, r => r.PairId, (p, r) => new { r.ExperienceId, r.PairId, r.SeatId, p.ServiceUserSeatId, p.ProfessionalSeatId, r.Coding, r.FrameworkEdition }).ToListAsync();
        // A reader who was replaced stays in the history of readings, and out of the pair's.
        var both = given.Where(r => r.SeatId == r.ServiceUserSeatId || r.SeatId == r.ProfessionalSeatId).GroupBy(r => r.PairId).Where(g => g.Count() == 2).SelectMany(g => g)
            .Select(r => new GivenCoding(r.ExperienceId, r.PairId, r.SeatId == r.ServiceUserSeatId, r.Coding, r.FrameworkEdition)).ToList();
        Read = both.Select(r => r.Experience).Distinct().Count();
        Reading = await mine.Select(p => p.ExperienceId).Distinct().CountAsync() - Read;
        Fields = [.. CodedField.All.Select(f => FieldAgreement.Of(f, both)).OrderBy(f => f.Verdict is Agreed.TooEarly or Agreed.NoVariation).ThenBy(f => f.Alpha ?? 2).ThenBy(f => f.Share ?? 2)];
        Whole = GroupAgreement.Of(Fields);
        var newest = await Db.TermVersions.AsNoTracking().GroupBy(v => v.Vocabulary).Select(g => new { g.Key, Edition = g.Max(v => v.Edition), Since = g.Max(v => v.At) }).ToListAsync();
        Older = newest.Select(n => (n.Key, Value: (both.Count(r => r.Edition < n.Edition), n.Edition, n.Since))).Where(n => n.Value.Item1 > 0).ToDictionary(n => n.Key, n => n.Value);
        Reworded = [.. Fields.Where(f => Older.ContainsKey(f.Field.Vocabulary.Code)).Select(f => Compared(f.Field, both, Older[f.Field.Vocabulary.Code]))];
        return null;
    }

    /// <summary>This page or its file, about the same readings.</summary>
    public string PathOfThese(string page) => IsOverAll ? PathOfAll(page) : PathOfCall(page);

    public string PathOfAll(string page) => $"{Path(page)}?{AllKey}={Yes}";

    static Reworded Compared(CodedField field, List<GivenCoding> given, (int Readings, int Edition, DateTime Since) change)
    {
        var pairs = given.GroupBy(r => r.Pair).ToList();
        FieldAgreement Of(Func<GivenCoding, bool> reads) => FieldAgreement.Of(field, [.. pairs.Where(p => p.All(reads)).SelectMany(p => p)]);
        return new(change.Since, Of(r => r.Edition < change.Edition), Of(r => r.Edition >= change.Edition));
    }

    /// <summary>« 0,62 (entre 0,41 et 0,78) ».</summary>
    public static string Number(double? value, Interval? interval, FieldAgreement of) => Number(value, of) + (interval is null || value is null ? "" : $" ({AgreementWords.Between(interval)})");

    /// <summary>« 0,62 », or words when there is no number.</summary>
    public static string Number(double? value, FieldAgreement of) => of.Verdict is Agreed.TooEarly ? "trop tôt" : value is { } v ? Two(v) : "sans objet";

    public static string Two(double value) => value.ToString("0.00", Localizer.French);
}
