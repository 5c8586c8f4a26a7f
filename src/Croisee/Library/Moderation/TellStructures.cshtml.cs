using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Library.Kinship;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Moderation;

/// <summary>Says of two names in their places that they are one organisation, or two, with a reason that everybody reads. For whoever moderates a sheet of each, or organises its call.</summary>
[Audience(Audience.Office, Role.Moderator, Role.Organiser)]
public sealed class TellStructuresModel(AppDb db, StructureBook book, Visitor visitor, LibraryCache cache, TimeProvider clock) : Screen
{
    public const string First = "une", Second = "autre";
    const int AddressMax = 600;

    public sealed class TellForm
    {
        [Required(ErrorMessage = "Donnez une structure."), StringLength(AddressMax, ErrorMessage = Experiences.Answers.Limits.TooLong)] public string? One { get; set; }
        [Required(ErrorMessage = "Donnez une structure."), StringLength(AddressMax, ErrorMessage = Experiences.Answers.Limits.TooLong)] public string? Other { get; set; }
        [Required(ErrorMessage = "Choisissez une réponse.")] public StructureVerdict? Verdict { get; set; }
        [RegularExpression($"{First}|{Second}", ErrorMessage = "Choisissez une réponse.")] public string? Lead { get; set; }
        [Required(ErrorMessage = "Dites pourquoi."), StringLength(StructureTie.ReasonMax, ErrorMessage = Experiences.Answers.Limits.TooLong)] public string? Reason { get; set; }
        /// <summary>The words that were marked are meant.</summary>
        public bool Anyway { get; set; }
    }

    [BindProperty] public TellForm Form { get; set; } = new();
    [FromQuery(Name = First)] public string? One { get; set; }
    [FromQuery(Name = Second)] public string? Other { get; set; }
    public IReadOnlyList<TracedWords> Traces { get; private set; } = [];
    public bool IsModerator => visitor.Has(Role.Moderator);
    public IReadOnlyList<Choice> Verdicts { get; } = [new(nameof(StructureVerdict.One), "Une seule structure"), new(nameof(StructureVerdict.Different), "Deux structures différentes")];
    public IReadOnlyList<Choice> Leads { get; } = [new(First, "Celui de la première"), new(Second, "Celui de la seconde")];

    public void OnGet() => Form = new() { One = AddressOf(One), Other = AddressOf(Other), Lead = Second };

    static string? AddressOf(string? code) => string.IsNullOrEmpty(code) || !SheetFacets.Find(SheetFacets.Structure)!.Knows(code) ? null : StructureBook.EndOf(code).Href;

    public async Task<IActionResult> OnPost()
    {
        var (one, other) = (EndOf(Form.One!, "One"), EndOf(Form.Other!, "Other"));
        var (told, ties) = await book.Read([one.Key, other.Key]);
        var structures = ToldStructure.Gather(told, ties);
        var (first, second) = (Spot(structures, one, "One"), Spot(structures, other, "Other"));
        if (first.Spot == second.Spot) throw new RuleBroken("STR-R1", "Ce sont deux fois le même nom au même lieu. Donnez deux structures.", "Other");
        var organisation = await Mine(first.Structure, "One");
        await Mine(second.Structure, "Other");
        var verdict = Form.Verdict!.Value;
        var (from, to) = verdict is StructureVerdict.One && Form.Lead is First ? (second.Spot, first.Spot) : (first.Spot, second.Spot);
        var tie = new StructureTie(from.End, to.End, verdict, Form.Reason, organisation, clock.UtcNow());
        Require(told, ties, tie, first, second);
        if (!Form.Anyway && TracedWords.In(("Pourquoi", Form.Reason)) is { Count: > 0 } traces)
        {
            Traces = traces;
            return Page();
        }
        db.StructureTies.Add(tie);
        db.Record(tie.At, visitor.Actor, verdict is StructureVerdict.One ? Acts.StructuresJoined : Acts.StructuresApart, tie, tie.Reason, organisation);
        try { await db.SaveChangesAsync(); }
        // The other sending of the same form came first, or somebody else said something of these two in the same instant.
        catch (DbUpdateException e) when (e.IsTwin())
        {
            db.ChangeTracker.Clear();
            if (!await IsSaid(tie)) throw new RuleBroken("STR-R3", "Quelqu’un vient de dire le contraire de ces deux structures. Pour dire autre chose, défaites d’abord cette décision.", "Verdict");
        }
        await cache.Forget();
        Flash(verdict is StructureVerdict.One ? "C’est dit : une seule structure. Sa page réunit ses noms et ses lieux." : "C’est dit : deux structures différentes.");
        return Redirect(to.End.Href);
    }

    Task<bool> IsSaid(StructureTie tie) =>
        db.StructureTies.AnyAsync(t => t.UndoneAt == null && t.OneKey == tie.OneKey && t.OnePlace == tie.OnePlace && t.OtherKey == tie.OtherKey && t.OtherPlace == tie.OtherPlace && t.Verdict == tie.Verdict);

    /// <summary>What is said must not deny what was said: that is undone first, so that its reason is read.</summary>
    static void Require(IReadOnlyList<ToldName> told, IReadOnlyList<StructureTie> ties, StructureTie tie, (ToldStructure Structure, StructureSpot Spot) first, (ToldStructure Structure, StructureSpot Spot) second)
    {
        bool AreOne(IReadOnlyList<ToldStructure> structures) => structures.Any(s => s.IsAt(first.Spot.End) && s.IsAt(second.Spot.End));
        if (tie.Verdict is StructureVerdict.One)
        {
            if (first.Structure == second.Structure) throw new RuleBroken("STR-R2", "C’est déjà une seule structure.", "Other");
            if (!AreOne(ToldStructure.Gather(told, [.. ties, tie]))) throw new RuleBroken("STR-R3", "La modération a dit que ce sont deux structures différentes. Pour dire le contraire, défaites d’abord cette décision.", "Verdict");
            return;
        }
        // What a number made one may be told apart: a number is mistyped. What somebody said is undone by saying so.
        if (AreOne(ToldStructure.Gather([.. told.Select(t => t with { Finess = null })], ties))) throw new RuleBroken("STR-R3", "La modération a dit que c’est une seule structure. Pour dire le contraire, défaites d’abord cette décision.", "Verdict");
        if (first.Structure.IsSaidToDiffer(second.Structure, ties)) throw new RuleBroken("STR-R2", "C’est déjà dit : deux structures différentes.", "Other");
    }

    /// <summary>The address of its page, as it is copied from a browser, or its name.</summary>
    static StructureEnd EndOf(string given, string field)
    {
        const string Page = "/structures/", Where = "?lieu=";
        var text = given.Trim();
        if (text.IndexOf(Page, StringComparison.Ordinal) is >= 0 and var at)
        {
            var address = text[(at + Page.Length)..];
            var cut = address.IndexOf(Where, StringComparison.Ordinal);
            var end = cut < 0 ? new StructureEnd(address.Split('?', '#')[0], "") : new(address[..cut], address[(cut + Where.Length)..].Split('&', '#')[0]);
            return end.Key.Length > 0 && Slugs.Of(end.Key) == end.Key ? end : throw NotThere(field);
        }
        return Slugs.Of(text) is { Length: > 0 } key ? new(key, "") : throw NotThere(field);
    }

    static (ToldStructure Structure, StructureSpot Spot) Spot(IReadOnlyList<ToldStructure> structures, StructureEnd end, string field)
    {
        var borne = structures.Where(s => s.Bears(end.Key)).ToList();
        if (borne.Count == 0) throw NotThere(field);
        if (end.Place is StructurePageModel.Everywhere) end = end with { Place = "" };
        var found = borne.Where(s => s.IsAt(end)).ToList();
        if (found.Count == 0 && borne.Count > 1) throw new RuleBroken("STR-R1", "Plusieurs lieux portent ce nom. Ouvrez la page du lieu, et donnez son adresse.", field);
        var structure = found.Count > 0 ? found[0] : borne[0];
        return (structure, structure.Spots.FirstOrDefault(s => s.Key == end.Key && s.IsAt(end.Place)) ?? structure.Spots.Where(s => s.Key == end.Key).MaxBy(s => s.Count)!);
    }

    static RuleBroken NotThere(string field) => new("STR-R1", "Aucune fiche publiée ne porte ce nom. Donnez l’adresse de sa page dans le répertoire, ou son nom.", field);

    async Task<Guid> Mine(ToldStructure structure, string field) =>
        await book.HeldBy(structure, visitor) ?? throw new RuleBroken("STR-R5", "Aucune fiche de cette structure n’est à vous. Demandez à qui modère les siennes.", field);
}
