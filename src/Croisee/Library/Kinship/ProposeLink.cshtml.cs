using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Kinship;

/// <summary>The authors say where their experience comes from and what it uses; the moderation reads before it is public.</summary>
[Audience(Audience.Author)]
public sealed class ProposeLinkModel(AppDb db, AuthorCookie cookie, TimeProvider clock, TellModerators moderators) : AuthorScreen(db, cookie, clock)
{
    /// <summary>Links that wait or are shown, for one sheet.</summary>
    const int Most = 30;

    public sealed class LinkForm
    {
        [Required(ErrorMessage = "Choisissez une réponse.")] public LinkRelation? Relation { get; set; }
        [StringLength(Method.NameMax, ErrorMessage = Croisee.Experiences.Answers.Limits.TooLong)] public string? Name { get; set; }
        public MethodKind? Kind { get; set; }
        [StringLength(200, ErrorMessage = Croisee.Experiences.Answers.Limits.TooLong)] public string? Source { get; set; }
        [StringLength(40)] public string? Key { get; set; }
    }

    public sealed record Line(LinkRelation Relation, string Name, ModerationState State, string? Refusal);

    [BindProperty] public LinkForm Form { get; set; } = new();
    public Sheet Sheet { get; private set; } = null!;
    public IReadOnlyList<Line> Mine { get; private set; } = [];
    public IReadOnlyList<Choice> Relations { get; } = [new(nameof(LinkRelation.Uses), "utilise une méthode ou un outil"), new(nameof(LinkRelation.AdaptedFrom), "est adaptée d’une méthode, ou d’une autre fiche"), new(nameof(LinkRelation.CarriedBy), "est portée par une structure")];
    public IReadOnlyList<Choice> Kinds { get; } = [new(nameof(MethodKind.Method), "Une méthode"), new(nameof(MethodKind.Tool), "Un outil"), new(nameof(MethodKind.Organisation), "Une structure")];

    protected override async Task<IActionResult?> Ready()
    {
        if (await Db.Sheets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Experience.Id) is not { IsShown: true } sheet) return Redirect($"/suivre/fiche/{Reference}");
        Sheet = sheet;
        var (methods, sheets) = (Db.Methods, Db.Sheets);
        Mine = await Db.SheetLinks.AsNoTracking().Where(l => l.SheetId == sheet.Id).OrderBy(l => l.At)
            .Select(l => new Line(l.Relation, l.ProposedName ?? methods.Where(m => m.Id == l.MethodId).Select(m => m.Name).FirstOrDefault() ?? sheets.Where(s => s.Id == l.SourceId).Select(s => s.WithdrawnAt == null ? s.Title : s.TakenDown ? GoneWords.NamedByOrganisation : GoneWords.NamedByAuthors).FirstOrDefault() ?? "", l.State, l.Refusal)).ToListAsync();
        return null;
    }

    public void OnGet() => Form.Key = Rules.Reference.New() + Rules.Reference.New();

    public async Task<IActionResult> OnPost()
    {
        if (Mine.Count(l => l.State is not ModerationState.Refused) >= Most) throw new RuleBroken("MET-R2", $"Une fiche a {Most} liens au plus.");
        var link = new SheetLink(Sheet.Id, string.IsNullOrEmpty(Form.Key) ? Rules.Reference.New() + Rules.Reference.New() : Form.Key, Form.Relation!.Value, Form.Kind ?? MethodKind.Method, Form.Name, await Source(), Now);
        if (await Db.SheetLinks.AnyAsync(l => l.SheetId == Sheet.Id && l.Key == link.Key)) return Done();
        Db.SheetLinks.Add(link);
        Journal.Recording.Record(Db, Now, Actor, Acts.LinkProposed, link, null, Sheet.OrganisationId);
        await moderators.Run(Sheet, "Un lien proposé pour une fiche attend votre lecture.", Now);
        try { if (!await Db.SaveBeside(Sheet.Id)) return Redirect($"/suivre/fiche/{Reference}"); }
        // The other sending of the same form came first.
        catch (DbUpdateException e) when (e.IsTwin())
        {
            Db.ChangeTracker.Clear();
            if (!await Db.SheetLinks.AnyAsync(l => l.SheetId == Sheet.Id && l.Key == link.Key)) throw;
        }
        return Done();
    }

    async Task<Guid?> Source()
    {
        if (string.IsNullOrWhiteSpace(Form.Source)) return null;
        var reference = Rules.Reference.Normalise(Form.Source.Trim().TrimEnd('/').Split('/')[^1]);
        var id = await Db.Sheets.Where(s => s.Reference == reference && s.WithdrawnAt == null).Select(s => (Guid?)s.Id).SingleOrDefaultAsync();
        return id ?? throw new RuleBroken("MET-R2", "Aucune fiche publiée n’a cette adresse.", "Source");
    }

    RedirectResult Done()
    {
        Flash("Merci. La modération relit ce lien avant qu’il soit publié.");
        return Redirect($"/suivre/fiche/{Reference}/liens");
    }
}
