using System.Security.Cryptography;
using System.Text;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>
/// Free texts read one by one before anybody else sees them (R9): shown as they are, shown without what could name somebody, or not shown.
/// They come in no order, by batches, without place, day or other answers; what was decided can be decided otherwise.
/// </summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class TextsModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    public const string Show = "montrer", Hide = "cacher";

    public sealed class TextForm
    {
        public Guid Id { get; set; }
        /// <summary>What this page showed of it (<see cref="MarkOf"/>).</summary>
        public string? Seen { get; set; }
        public string? Decision { get; set; }
        /// <summary>The text without what could name somebody; empty leaves it as it is.</summary>
        public string? Masked { get; set; }
        public string? Theme { get; set; }
        /// <summary>Why it is hidden, or changed.</summary>
        public TextMotive? Motive { get; set; }
    }

    [BindProperty] public TextForm Form { get; set; } = new();
    public QuestionnaireContent Content { get; private set; } = null!;
    public AnswerText? Text { get; private set; }
    public int Waiting { get; private set; }
    /// <summary>A text already read, to be read once more.</summary>
    [FromQuery(Name = "texte")] public Guid? Asked { get; set; }
    /// <summary>Read already, found again in <see cref="TextListModel"/>.</summary>
    public int Known { get; private set; }
    /// <summary>Some are there and may not be read by anybody yet.</summary>
    public bool HasClosed { get; private set; }
    public IReadOnlyList<string> Themes { get; private set; } = [];
    /// <summary>What may name somebody, as it stands in the text.</summary>
    public IEnumerable<string> Traced => Text is null ? [] : IdentityTraces.Find(Text.Text).Select(t => Text.Text.Substring(t.Start, t.Length)).Distinct();

    protected override async Task<IActionResult?> Ready()
    {
        Content = ContentJson.Read(await Db.Revisions.Where(r => r.QuestionnaireId == Survey.QuestionnaireId && r.Number == Survey.RevisionNumber).Select(r => r.Content).SingleAsync());
        var all = Db.AnswerTexts.Where(t => t.SurveyId == Survey.Id);
        var texts = all.Where(t => t.Opened);
        HasClosed = await all.AnyAsync(t => !t.Opened);
        Waiting = await texts.CountAsync(t => t.State == TextState.Waiting);
        Known = await texts.CountAsync(t => t.State != TextState.Waiting);
        Text = HttpMethods.IsPost(Request.Method) ? await texts.SingleOrDefaultAsync(t => t.Id == Form.Id)
            : Asked is { } asked ? await texts.AsNoTracking().SingleOrDefaultAsync(t => t.Id == asked)
            : await texts.AsNoTracking().Where(t => t.State == TextState.Waiting).OrderBy(t => t.Id).FirstOrDefaultAsync();
        if (Asked is not null && Text is null && HttpMethods.IsGet(Request.Method)) return NotFound();
        Themes = [.. (await texts.Where(t => t.Theme != null).Select(t => t.Theme!).Distinct().ToListAsync()).Order(StringComparer.CurrentCulture)];
        return null;
    }

    /// <summary>Of the text and of what was decided: it tells whether both still stand as they were read.</summary>
    static string MarkOf(AnswerText text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{text.State}\n{text.Theme}\n{text.Motive}\n{text.Text}")));

    public void OnGet()
    {
        if (Text is not null) Form = new() { Id = Text.Id, Seen = MarkOf(Text), Masked = Text.Text, Theme = Text.Theme, Motive = Text.Motive, Decision = Text.State switch { TextState.Shown => Show, TextState.Hidden => Hide, _ => null } };
    }

    public async Task<IActionResult> OnPost()
    {
        if (Text is null) ModelState.AddModelError("", "Ce texte n’est plus là : il a été effacé. Revenez à la page pour lire le suivant.");
        if (Form.Decision is not (Show or Hide)) ModelState.AddModelError("Form.Decision", "Dites si ce texte peut être montré.");
        if (Form.Masked?.Length > AskedQuestion.LongTextMax) ModelState.AddModelError("Form.Masked", "Ce texte est trop long.");
        if (Form.Theme?.Length > 60) ModelState.AddModelError("Form.Theme", "Un thème a 60 caractères au plus.");
        if (Text is not null && Form.Seen != MarkOf(Text)) { if (await OnConflict() is { } done) return done; Response.StatusCode = StatusCodes.Status409Conflict; return Page(); }
        if (!ModelState.IsValid || Text is null) return Page();
        Text.Moderate(Asks, Form.Theme, Form.Masked, Form.Motive);
        // Never what was written: the journal stays, and the text goes.
        return await Saved(Acts.TextModerated, Told, Text.Motive is { } motive ? $"{(Text.State is TextState.Hidden ? "caché" : "masqué")} : {motive.French()}" : null, "textes");
    }

    TextState Asks => Form.Decision == Show ? TextState.Shown : TextState.Hidden;

    string Told => Form.Decision == Show ? "Ce texte sera montré avec les résultats." : "Ce texte ne sera pas montré.";

    /// <summary>The text is already what this form would make of it: it was sent twice.</summary>
    bool IsWritten(AnswerText text) => Form.Decision is Show or Hide && text.State == Asks && (text.Theme ?? "") == (Form.Theme?.Trim() ?? "") && !text.WouldMask(Form.Masked) && (Form.Motive is null || text.Motive is null || text.Motive == Form.Motive);

    /// <summary>Somebody else read it meanwhile: a name that they took out must not come back with this page.</summary>
    public override async Task<IActionResult?> OnConflict()
    {
        await base.OnConflict();
        Text = await Db.AnswerTexts.AsNoTracking().SingleOrDefaultAsync(t => t.SurveyId == Survey.Id && t.Opened && t.Id == Form.Id);
        if (Text is not null && IsWritten(Text)) { Flash(Told); return Redirect(PathOf("textes")); }
        Form.Seen = Text is null ? null : MarkOf(Text);
        ModelState.Clear();
        ModelState.AddModelError("Form.Masked", "Quelqu’un d’autre a relu ce texte en même temps que vous. Il est ci-dessus comme il est maintenant ; ce que vous avez écrit est encore là. Comparez, puis enregistrez de nouveau.");
        return null;
    }
}
