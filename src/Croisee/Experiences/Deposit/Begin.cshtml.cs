using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>Eligibility first, kindly (EXP-R1). A draft is a row only once somebody who may answer asks for it: a GET never writes (S24).</summary>
[Audience(Audience.Public), EnableRateLimiting(People.Limits.Codes)]
public sealed class BeginModel(AppDb db, AuthorCookie cookie, Labels labels, TimeProvider clock) : Screen
{
    public sealed class BeginForm
    {
        internal const string Answer = "Choisissez une réponse.";
        [Required(ErrorMessage = Answer)] public bool? Collective { get; set; }
        [Required(ErrorMessage = Answer)] public bool? WithPersons { get; set; }
        [Required(ErrorMessage = Answer)] public bool? WithProfessionals { get; set; }
        /// <summary>A type of structure, or <see cref="Eligibility.NoneOfThem"/>; asked when the call does not ask everybody.</summary>
        [StringLength(40)] public string? Carrier { get; set; }
        [Required(ErrorMessage = Answer)] public Voice? Voice { get; set; }
        [Vocabulary("V-MODE-SAISIE")] public string? EntryMode { get; set; }
        [StringLength(40)] public string Key { get; set; } = "";
    }

    [FromRoute(Name = "slug")] public string Slug { get; set; } = "";
    [BindProperty] public BeginForm Form { get; set; } = new();
    public Call Call { get; private set; } = null!;
    public Eligibility Questions => field ??= new(Form, labels, Call.OrganisationTypes);

    public override async Task<IActionResult?> Prepare()
    {
        var call = await db.Calls.Include(c => c.Organisation).SingleOrDefaultAsync(c => c.Slug == Slug && c.PublishedAt != null);
        if (call is null) return NotFound();
        Call = call;
        // Closed or not yet open: the call's page says so and where to go.
        if (!call.AcceptsAt(clock.UtcNow())) return Redirect($"/appels/{call.Slug}");
        // Said with the other answers that are still owed.
        if (HttpMethods.IsPost(Request.Method) && Questions.Carriers is { Count: > 0 } carriers && carriers.All(c => c.Value != Form.Carrier)) ModelState.AddModelError("Form.Carrier", BeginForm.Answer);
        return null;
    }

    public void OnGet() => Form.Key = Rules.Reference.New() + Rules.Reference.New();

    public async Task<IActionResult> OnPost()
    {
        if (Form is not { Collective: true, WithPersons: true, WithProfessionals: true } || Form.Carrier == Eligibility.NoneOfThem)
            return Redirect($"/deposer/{Call.Slug}/orientation?raison={Why()}");
        if (Form.Key.Length > 0 && await db.Experiences.AnyAsync(e => e.CreationKey == Form.Key && e.CallId == Call.Id)) return await Again();
        var now = clock.UtcNow();
        var experience = new Experience(Call, string.IsNullOrEmpty(Form.EntryMode) ? "SAI_EN_LIGNE" : Form.EntryMode, Form.Key.Length > 0 ? Form.Key : null, now);
        // Asked here, it is not asked again: the first step has it already, saved by nobody.
        if (Questions.Carriers.Count > 0) experience.Steps.Single(s => s.Code == DepositSteps.All[0].Code).Write(new Answers.Structure { OrganisationType = Form.Carrier }, null, now);
        var code = SpokenCode.New();
        var author = experience.Invite(Form.Voice!.Value, SpokenCode.Hash(SpokenCode.Read(code)!), now);
        db.Experiences.Add(experience);
        db.Record(now, Actor.Author(author.Id), Acts.Begun, experience, null, Call.OrganisationId);
        try { await db.SaveChangesAsync(); }
        catch (DbUpdateException e) when (Form.Key.Length > 0 && e.IsTwin()) { return await Again(); }
        cookie.Add(HttpContext, author.Id);
        cookie.Show(Response, author.Id, code);
        return Redirect($"/deposer/fiche/{experience.Reference}/code");
    }

    /// <summary>
    /// The same form sent twice (a double click, a reload) began one draft, and both end on it. A browser that gave up the first answer never got its code:
    /// as long as nothing is written, the form's random key proves who began, and its author gets another code.
    /// </summary>
    async Task<IActionResult> Again()
    {
        db.ChangeTracker.Clear();
        var begun = await db.Experiences.Include(e => e.Authors).Include(e => e.Steps).AsSplitQuery().SingleAsync(e => e.CreationKey == Form.Key);
        if (begun.IsBlank && begun.CallId == Call.Id && begun.Authors.Single() is var author && !(cookie.Read(Request).Contains(author.Id) && cookie.Shown(Request)?.Author == author.Id))
        {
            var code = SpokenCode.New();
            var now = clock.UtcNow();
            author.Recode(SpokenCode.Hash(SpokenCode.Read(code)!), now);
            db.Record(now, Actor.Author(author.Id), Acts.CodeRenewed, begun, null, Call.OrganisationId);
            await db.SaveChangesAsync();
            cookie.Add(HttpContext, author.Id);
            cookie.Show(Response, author.Id, code);
        }
        return Redirect($"/deposer/fiche/{begun.Reference}/code");
    }

    string Why() => Form.Collective is not true ? "personnel" : Form.WithPersons is not true ? "sans-personnes" : Form.WithProfessionals is not true ? "sans-professionnels" : "structure";
}
