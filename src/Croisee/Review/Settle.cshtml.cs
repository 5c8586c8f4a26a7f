using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>Both codings side by side, differences in words; one proposes, the other accepts, with a reason that stays.</summary>
[Audience(Audience.Person)]
public sealed class SettleModel(AppDb db, TimeProvider clock, Visitor visitor, Labels labels, TellReaders told) : ReadingScreen(db, clock, visitor, labels)
{
    public sealed class SettleForm : CodingForm
    {
        [StringLength(Review.Settlement.ReasonMax, ErrorMessage = "2000 caractères au plus.")] public string? Reason { get; set; }
    }

    public sealed record CriterionLine(string Name, string Mine, string Theirs);

    [BindProperty] public SettleForm Form { get; set; } = new();
    [FromForm(Name = NothingToSay)] public bool HasNothingToSay { get; set; }
    /// <summary>What the proposal leaves open, as it stands in the form. Codes that no list knows are refused by themselves.</summary>
    public LeftOpen Unsaid
    {
        get
        {
            try { return new([.. Form.ToCoding().Unsaid()], HasNothingToSay); }
            catch (RuleBroken) { return new([], HasNothingToSay); }
        }
    }
    /// <summary>What is proposed or fixed; null when nothing is, or nothing any more.</summary>
    public Settlement? Settlement => kept is { IsVoid: false } ? kept : null;
    Settlement? kept;
    /// <summary>What the visitor proposed to a reader who has left with a link: theirs to take up again, or not.</summary>
    public IReadOnlyList<SettlementProposal> SetAside => [.. (kept?.Proposals ?? []).Where(p => p.SetAsideAt is not null && p.SeatId == Mine.Id).OrderBy(p => p.ProposedAt)];
    public IReadOnlyList<CodingLine> Lines => CodingLine.Compare(MyReading!.Coding, OtherReading!.Coding, Labels);
    public IReadOnlyList<CodingLine> ProposedLines => CodingLine.Compare(Settlement!.Coding, Settlement.Coding, Labels);
    public int Differences => Lines.Count(l => l.Differs);

    public IReadOnlyList<CriterionLine> Criteria => [.. Vocabularies.Criterion.Terms.Select(t => new CriterionLine(Labels.Of(t.Code), Said(MyReading!, t.Code), Said(OtherReading!, t.Code)))];

    protected override async Task<IActionResult?> Ready()
    {
        if (!BothGiven) return Redirect($"/lectures/{ExperienceReference}");
        kept = await Db.Settlements.Include(s => s.Proposals).SingleOrDefaultAsync(s => s.PairId == Pair.Id);
        return null;
    }

    public void OnGet() => Form.From(Settlement?.Coding ?? MyReading!.Coding);

    public async Task<IActionResult> OnPost()
    {
        var coding = Form.ToCoding();
        // Without a degree or a register there is nothing to agree on: that is said first.
        if (Unsaid.MustBeSaid && coding.Degree is not null && coding.Landmarks.Registers.Count > 0) return SayOrTick();
        var edition = await Db.FrameworkEdition();
        if (kept is null) Db.Settlements.Add(new Settlement(Pair, Mine.Id, coding, Form.Reason ?? "", Now, edition));
        else kept.Propose(Pair, Mine.Id, coding, Form.Reason ?? "", Now, edition);
        Db.Record(Now, Me.Actor, Acts.SettlementProposed, Experience, null, Experience.Call.OrganisationId);
        await told.Proposed(Group, Pair, Mine.Id, Experience);
        await Db.SaveChangesAsync();
        Flash("Votre proposition est enregistrée. L’autre personne peut l’accepter.");
        return Redirect($"/lectures/{Experience.Reference}/accord");
    }

    static string Said(Reading reading, string code) => reading.Criteria.GetValueOrDefault(code) is { SaysNothing: false } note ? note.Sentence : CodingLine.Nothing;
}
