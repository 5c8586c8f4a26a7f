using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>One pair gets more time, before or after its day: both readers are told of the new one, and nothing of what they wrote is touched.</summary>
[Audience(Audience.Member)]
public sealed class GiveTimeModel(AppDb db, TimeProvider clock, Visitor visitor, Spreading spreading) : ReviewedScreen(db, clock, visitor)
{
    public sealed class TimeForm
    {
        [Required(ErrorMessage = "Donnez le nouveau dernier jour.")] public DateOnly? DueOn { get; set; }
        [StringLength(JournalEntry.ReasonMax, ErrorMessage = "Cette raison est trop longue.")] public string? Reason { get; set; }
    }

    protected override bool ForSteering => true;
    /// <summary>Who organises gives the time, whatever link they declared: it shows nothing of the experience.</summary>
    public override bool Steers => Organises || base.Steers;
    [BindProperty] public TimeForm Form { get; set; } = new();
    public Pair Pair { get; private set; } = null!;

    protected override async Task<IActionResult?> Loaded()
    {
        if (await Db.Pairs.SingleOrDefaultAsync(p => p.ExperienceId == Experience.Id && p.GroupId == Group.Id && p.SettledAt == null && p.HandedOverAt == null) is not { } pair) return Redirect(PathOfCall("repartition"));
        Pair = pair;
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var day = Form.DueOn!.Value;
        // The same form sent twice.
        if (Pair.DueOn == day) return Redirect(PathOfCall("repartition"));
        Pair.GiveTime(day, Today);
        Db.Record(Now, Me.Actor, Acts.TimeGiven, Experience, string.IsNullOrWhiteSpace(Form.Reason) ? null : Form.Reason.Trim(), Call!.OrganisationId);
        var away = await spreading.KeptAway(Group, Experience.Id);
        foreach (var seat in new[] { Pair.ServiceUserSeatId, Pair.ProfessionalSeatId }.Where(s => !away.Contains(s)))
            await spreading.Tell(Group, seat, $"Vous avez plus de temps pour lire, jusqu’au {day.Short()} inclus : {Experience.Title}", $"/lectures/{Experience.Reference}", Now);
        await Db.SaveChangesAsync();
        Flash("Le nouveau jour est enregistré. Les deux lecteurs sont prévenus.");
        return Redirect(PathOfCall("repartition"));
    }

    public override async Task<IActionResult?> OnConflict() => await Reloaded() ?? (Pair.DueOn == Form.DueOn ? Redirect(PathOfCall("repartition")) : await base.OnConflict());
}
