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
    public Guid? Reader => Mine is { Role: not SeatRole.Facilitator } || IsKeptAway ? Mine!.Id : null;

    /// <summary>A link that was declared before the question, when there was only a reading: whoever holds one is not on the roll, and has no more part in it than who left it.</summary>
    public bool IsKeptAway => Mine is not null && away.Contains(Mine.Id);
    IReadOnlySet<Guid> away = new HashSet<Guid>();

    /// <summary>Seats that are told nothing of what waits for whoever leads.</summary>
    protected IReadOnlyCollection<Guid> Aside => [.. away.Union(Question.Panel.Recused)];

    /// <summary>Whether what is in the database is still what was voted.</summary>
    public ReadUrn.Reading Urn => field ??= HttpContext.RequestServices.GetRequiredService<ReadUrn>().Of(Question);

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
        away = await HttpContext.RequestServices.GetServices<ISubjectCard>().KeptAway(question, group);
        Conducts = organises || Mine is { Leads: true } && !Aside.Contains(Mine.Id);
        return ForConductors ? Conducts ? null : NotFound() : organises || Mine is not null ? null : NotFound();
    }

    public string LabelOf(Guid seatId) => Question.Seats.FirstOrDefault(s => s.SeatId == seatId)?.Label ?? "";

    public College CollegeOf(Guid seatId) => Question.Seats.First(s => s.SeatId == seatId).College;

    protected RedirectResult To(string page = "") => Redirect($"/deliberations/{Question.Reference}{page}");
}
