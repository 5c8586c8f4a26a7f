using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.CallOffice;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class NewCallModel(AppDb db, Visitor visitor, Labels labels, TimeProvider clock) : Screen
{
    /// <summary>Begun around something missing: what it is in words, and the contexts and kinds of organisation to ask.</summary>
    public const string Path = "/bureau/appels/nouveau", LackingKey = "manque", ContextKey = "contexte", OrganisationKey = "organisation";
    const string Opening = "Racontez votre expérience : ";

    public sealed class NewCallForm
    {
        [Required(ErrorMessage = "Donnez un titre à l’appel."), StringLength(Call.TitleMax, ErrorMessage = Answers.Limits.TooLong)] public string? Title { get; set; }
        [Required(ErrorMessage = "Choisissez la structure qui organise.")] public string? Organisation { get; set; }
        /// <summary>Begun around something missing (cases blanches of the map): whom it asks, and what the goal says of it.</summary>
        [Vocabulary("V-CONTEXTE")] public List<string> Contexts { get; set; } = [];
        [Vocabulary("V-ORG-TYPE")] public List<string> OrganisationTypes { get; set; } = [];
        [StringLength(Answers.Limits.LineText, ErrorMessage = Answers.Limits.TooLong)] public string? Lacking { get; set; }
        /// <summary>The call's future id: sent twice, the form makes one call.</summary>
        public Guid Once { get; set; } = Guid.CreateVersion7();
    }

    [BindProperty] public NewCallForm Form { get; set; } = new();
    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public override async Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        Organisations = [.. (await Mine().OrderBy(o => o.Name).Select(o => new { o.Reference, o.Name }).ToListAsync()).Select(o => new Choice(o.Reference, o.Name))];
        return null;
    }

    /// <summary>Whom the call asks, in words: said before it is begun.</summary>
    public IReadOnlyList<string> Asked => [.. labels.Of(Form.Contexts), .. labels.Of(Form.OrganisationTypes)];

    /// <param name="manque">What is missing, from the map of the library.</param>
    /// <param name="contexte">Passed over where it is no context.</param>
    /// <param name="organisation">Passed over where it is no kind of organisation.</param>
    public void OnGet(string? manque, string[] contexte, string[] organisation)
    {
        Form.Organisation = Organisations is [var only] ? only.Value : null;
        Form.Lacking = manque?.Length <= Answers.Limits.LineText ? manque : null;
        if (Form.Lacking is { } lacking) (Form.Title, Form.Contexts, Form.OrganisationTypes) = (TitleOf(lacking), Known("V-CONTEXTE", contexte), Known("V-ORG-TYPE", organisation));

        static List<string> Known(string vocabulary, string[] codes) => [.. codes.Distinct().Where(Vocabularies.Get(vocabulary).Has)];
    }

    /// <summary>A title to change, as far as a title has room; nothing when not even the first words have.</summary>
    static string? TitleOf(string lacking)
    {
        var parts = lacking.Split(" ; ", StringSplitOptions.RemoveEmptyEntries);
        var told = parts.Aggregate("", (said, next) => Opening.Length + said.Length + next.Length + 2 > Call.TitleMax ? said : said.Length == 0 ? next : $"{said}, {next}");
        return told.Length == 0 ? null : Opening + told;
    }

    public async Task<IActionResult> OnPost()
    {
        if (await Made() is { } before) return before;
        var organisation = await Mine().SingleOrDefaultAsync(o => o.Reference == Form.Organisation) ?? throw new RuleBroken("CALL-ORG", "Choisissez une structure de la liste.", "Organisation");
        var call = new Call(organisation, Form.Title!, clock.UtcNow(), Form.Once);
        call.Ask(Form.Contexts, Form.OrganisationTypes);
        if (Form.Lacking is { } lacking) call.Write(new CallBlocks { Goal = new() { Text = $"Réunir des expériences que le répertoire n’a pas encore : {lacking}." } });
        db.Calls.Add(call);
        db.Record(clock.UtcNow(), visitor.Actor, Acts.CallCreated, call, null, organisation.Id);
        try { await db.SaveChangesAsync(); }
        catch (DbUpdateException e) when (e.IsTwin())
        {
            db.ChangeTracker.Clear();
            if (await Made() is { } same) return same;
            throw;
        }
        Flash("L’appel est commencé. Écrivez maintenant ses textes.");
        return Redirect($"/bureau/appels/{call.Slug}/contenu");
    }

    /// <summary>Where the first sending of this form led.</summary>
    async Task<IActionResult?> Made()
    {
        var mine = Mine().Select(o => o.Id);
        return await db.Calls.Where(c => c.Id == Form.Once && mine.Contains(c.OrganisationId)).Select(c => c.Slug).SingleOrDefaultAsync() is { } slug ? Redirect($"/bureau/appels/{slug}/contenu") : null;
    }

    IQueryable<Organisation> Mine()
    {
        var paths = visitor.Scope(Role.Organiser, Role.Administrator);
        return db.Organisations.Where(o => paths.Any(p => o.Path.StartsWith(p)));
    }
}
