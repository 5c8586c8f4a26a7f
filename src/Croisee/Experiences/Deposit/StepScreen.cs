using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>
/// One step: shows what is saved, saves what is sent, even unfinished, and goes on. Warns about traces of identity without ever blocking.
/// When somebody else saved the same step meanwhile, both texts are shown (F24).
/// </summary>
[HeavyForm]
public abstract class StepScreen<TAnswers>(AppDb db, AuthorCookie cookie, TimeProvider clock, Labels labels) : AuthorScreen(db, cookie, clock), IStepScreen where TAnswers : StepAnswers, new()
{
    [BindProperty] public TAnswers Form { get; set; } = new();
    [FromForm(Name = "version")] public int Seen { get; set; }
    [FromForm(Name = "ensuite")] public string? Then { get; set; }

    public abstract string StepCode { get; }
    public DepositStep Step { get; private set; } = null!;
    public DepositStepInfo Info => DepositSteps.Find(StepCode)!;
    public IReadOnlyList<TextTraces> Traces { get; private set; } = [];
    public Labels Labels => labels;
    /// <summary>What somebody else saved meanwhile, by field name.</summary>
    public IReadOnlyDictionary<string, string>? Theirs { get; private set; }

    StepFrame? frame;
    public async ValueTask<StepFrame> Frame() => frame ??= await StepFrame.Of(Db, Experience);

    public StepCall Call { get; private set; } = null!;
    protected override Guid OrganisationId => Call.OrganisationId;

    protected override async Task<(Experience, Author)?> Find(IReadOnlyList<Guid> mine)
    {
        if (await StepQuery.Run(Db, Reference, StepCode, mine, tracked: HttpMethods.IsPost(Request.Method)) is not { } found) return null;
        (Step, Call) = (found.Step, found.Call);
        return (found.Experience, found.Me);
    }

    protected override Task<IActionResult?> Ready()
    {
        ViewData[FormFieldTagHelper.FreeTextKey] = FreeText.NothingOfAPerson;
        return Task.FromResult<IActionResult?>(Experience.IsOpenToAuthors ? null : Redirect($"/suivre/fiche/{Reference}"));
    }

    public void OnGet()
    {
        Form = Step.Read<TAnswers>();
        Seen = Step.Version;
        Traces = TextTraces.In(Form);
    }

    public async Task<IActionResult> OnPost()
    {
        if (Seen != Step.Version) return Conflict(Step.Read<TAnswers>(), Step.Version);
        Experience.RequireOpen();
        if (AgainstCall() is var (field, sentence)) { ModelState.AddModelError("Form." + field, sentence); return Page(); }
        Step.Write(Form, Me.Id, Now);
        if (Form is Essentials essentials) Experience.Entitle(essentials.Title);
        if (Form is Structure structure)
        {
            Experience.Locate(structure);
            // What is shown goes on being found under its name until the new one is published.
            if (Experience.ShownSince is null) Experience.CarriedBy(structure.OrganisationName);
        }
        Experience.Touch(Now);
        Record(Acts.StepSaved);
        await Db.SaveChangesAsync();
        var traces = TextTraces.In(Form).Count > 0;
        // What was asked comes first: the marked words wait in the step, and are listed again before sending.
        if (Then == "arreter")
        {
            Flash(traces ? "C’est enregistré. Des mots peuvent faire reconnaître quelqu’un : ils sont marqués dans l’étape, pour quand vous reviendrez. Votre code ouvre la suite." : "C’est enregistré. Vous pouvez fermer cette page : votre code ouvre la suite.");
            return Redirect($"/deposer/fiche/{Reference}");
        }
        if (Detour(Then) is { } detour) return Redirect(detour);
        if (!traces) return Redirect(await NextPath());
        Flash("C’est enregistré. Regardez les mots marqués avant de continuer.");
        return Redirect(DepositSteps.PathOf(Reference, StepCode) + "#attention");
    }

    /// <summary>The answer that the call does not ask for, and the sentence that says so; what was saved before, by a file or under other terms of the call, stays.</summary>
    protected virtual (string Field, string Sentence)? AgainstCall() => null;

    /// <summary>Where a button of the step's own leads after saving.</summary>
    protected virtual string? Detour(string? then) => null;

    public async ValueTask<string> NextPath() => DepositSteps.PathAfter(Reference, StepCode, DepositSteps.IsLastOfOurs(StepCode) && (await Frame()).HasQuestions);

    public override async Task<IActionResult?> OnConflict()
    {
        if (await Db.DepositSteps.AsNoTracking().SingleOrDefaultAsync(s => s.ExperienceId == Experience.Id && s.Code == StepCode) is not { } current) return await base.OnConflict();
        return Conflict(current.Read<TAnswers>(), current.Version);
    }

    /// <summary>The same page with what was typed, and beside it what the other person saved; sending again keeps what is typed.</summary>
    IActionResult Conflict(TAnswers theirs, int version)
    {
        theirs.Tidy();
        Form.Tidy();
        Theirs = Differences.Of(theirs, Form, labels);
        // A line of theirs that has no twin here is shown beside an empty one.
        Form.Pad(theirs);
        ViewData[FormFieldTagHelper.TheirsKey] = Theirs;
        Seen = version;
        // The fields show what was typed as it stands now, its lines closed up: as it was sent, a line would stand beside another one's twin.
        ModelState.Clear();
        ModelState.AddModelError("", "Une autre personne a enregistré cette étape pendant que vous écriviez. Les deux textes sont là : gardez le meilleur, puis enregistrez.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}

/// <summary>What the frame around a step needs to know.</summary>
public interface IStepScreen
{
    string Reference { get; }
    Experience Experience { get; }
    DepositStepInfo Info { get; }
    int Seen { get; }
    /// <summary>Read when it is shown: a step that is saved and left does not need it.</summary>
    ValueTask<StepFrame> Frame();
    ValueTask<string> NextPath();
    IReadOnlyList<TextTraces> Traces { get; }
}
