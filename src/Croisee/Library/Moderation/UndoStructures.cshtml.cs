using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Library.Kinship;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Moderation;

/// <summary>What was said of two structures, with its reason, and how it is undone.</summary>
[Audience(Audience.Office, Role.Moderator, Role.Organiser)]
public sealed class UndoStructuresModel(AppDb db, StructureBook book, Visitor visitor, LibraryCache cache, TimeProvider clock) : Screen
{
    public sealed class UndoForm
    {
        [Required(ErrorMessage = "Dites pourquoi."), StringLength(StructureTie.ReasonMax, ErrorMessage = Experiences.Answers.Limits.TooLong)] public string? Reason { get; set; }
        /// <summary>The words that were marked are meant.</summary>
        public bool Anyway { get; set; }
    }

    [FromRoute(Name = "id")] public Guid Id { get; set; }
    [BindProperty] public UndoForm Form { get; set; } = new();
    public StructureTie Tie { get; private set; } = null!;
    public IReadOnlyList<TracedWords> Traces { get; private set; } = [];
    public bool IsModerator => visitor.Has(Role.Moderator);
    IReadOnlyDictionary<StructureEnd, SpotWords> words = new Dictionary<StructureEnd, SpotWords>();

    public override async Task<IActionResult?> Prepare()
    {
        if (await db.StructureTies.SingleOrDefaultAsync(t => t.Id == Id) is not { } tie || !await IsMine(tie)) return NotFound();
        Tie = tie;
        words = await book.WordsOf([tie.One, tie.Other]);
        return null;
    }

    /// <summary>As its sheets say it; as it was said where none tells it any more.</summary>
    public string Said(StructureEnd end) => words.GetValueOrDefault(end)?.Said ?? end.Code;

    /// <summary>Said for a structure of theirs, or about sheets of theirs.</summary>
    async Task<bool> IsMine(StructureTie tie)
    {
        if (visitor.Can(await db.Organisations.Where(o => o.Id == tie.OrganisationId).Select(o => o.Path).SingleAsync(), Role.Moderator, Role.Organiser)) return true;
        foreach (var structure in await book.Around([tie.OneKey, tie.OtherKey]))
            if ((structure.IsAt(tie.One) || structure.IsAt(tie.Other)) && await book.HeldBy(structure, visitor) is not null) return true;
        return false;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (!Form.Anyway && Tie.UndoneAt is null && TracedWords.In(("Pourquoi le défaire", Form.Reason)) is { Count: > 0 } traces)
        {
            Traces = traces;
            return Page();
        }
        var now = clock.UtcNow();
        Tie.Undo(Form.Reason, now);
        db.Record(now, visitor.Actor, Acts.StructuresUndone, Tie, Tie.UndoneReason, Tie.OrganisationId);
        await db.SaveChangesAsync();
        await cache.Forget();
        Flash("C’est défait.");
        return Redirect("/bureau/moderation/structures");
    }
}
