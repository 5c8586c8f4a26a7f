using Croisee.Data;
using Croisee.Groups;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

/// <summary>A page about one question: it exists for those who sit in the group and for those who organise it, and for nobody else (S01).</summary>
public abstract class DeliberationScreen(AppDb db, TimeProvider clock, Visitor visitor) : Screen
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";

    public Deliberation Question { get; private set; } = null!;
    public Group Group { get; private set; } = null!;

    /// <summary>The visitor's seat in the group; null for an organiser who does not sit.</summary>
    public Groups.Seat? Mine { get; private set; }

    /// <summary>Organises the group, or chairs or animates it without a link with the subject: takes the question from step to step.</summary>
    public bool Conducts { get; private set; }

    public DateTime Now { get; } = clock.UtcNow();
    public DateOnly Today { get; } = clock.ParisToday();

    /// <summary>The visitor takes part in this question.</summary>
    public bool Sits => Mine is not null && Question.Panel.Sits(Mine.Id);

    /// <summary>Who reads: a seat, or null for somebody who accompanies the panel without a voice.</summary>
    protected Guid? Reader => Mine is { Role: not SeatRole.Facilitator } ? Mine.Id : null;

    protected AppDb Db => db;
    protected Visitor Me => visitor;

    /// <summary>Pages that only conductors may open.</summary>
    protected virtual bool ForConductors => false;

    public override async Task<IActionResult?> Prepare()
    {
        var reference = Rules.Reference.Normalise(Reference);
        if (await db.Deliberations.Whole().SingleOrDefaultAsync(d => d.Reference == reference) is not { } question) return NotFound();
        var group = await db.Groups.Whole().SingleAsync(g => g.Id == question.GroupId);
        (Question, Group, Mine) = (question, group, group.SeatOf(visitor, Today));
        var organises = await db.Organises(visitor, group.OrganisationId);
        Conducts = organises || Mine is { Leads: true } && !question.Panel.Recused.Contains(Mine.Id);
        return ForConductors ? Conducts ? null : NotFound() : organises || Mine is not null ? null : NotFound();
    }

    public string LabelOf(Guid seatId) => Question.Seats.FirstOrDefault(s => s.SeatId == seatId)?.Label ?? "";

    public College CollegeOf(Guid seatId) => Question.Seats.First(s => s.SeatId == seatId).College;

    protected RedirectResult To(string page = "") => Redirect($"/deliberations/{Question.Reference}{page}");
}
