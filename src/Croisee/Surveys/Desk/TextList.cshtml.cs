using System.Globalization;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>
/// All free texts that may be read, found again by question, theme and what was decided, however many there are (R9): in no order, without place, day or other answers,
/// and only those that were let out by batches (R4). Each leads to the page where it is decided.
/// </summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class TextListModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    /// <summary>The theme of those that have none.</summary>
    public const string NoTheme = "-";
    const int PerPage = 50;
    static readonly (string Value, TextState State, string Said)[] AllStates = [("montre", TextState.Shown, "Montrés"), ("cache", TextState.Hidden, "Cachés"), ("a-relire", TextState.Waiting, "À relire")];

    [FromQuery(Name = "question")] public string? Question { get; set; }
    [FromQuery(Name = "theme")] public string? Theme { get; set; }
    [FromQuery(Name = "etat")] public string? State { get; set; }
    [FromQuery(Name = "feuille")] public string? Asked { get; set; }

    public IReadOnlyList<AnswerText> Texts { get; private set; } = [];
    public int Found { get; private set; }
    public int Number { get; private set; }
    public int Pages => Found == 0 ? 1 : 1 + (Found - 1) / PerPage;
    public IReadOnlyList<Choice> Questions { get; private set; } = [];
    public IReadOnlyList<Choice> Themes { get; private set; } = [];
    public static IEnumerable<Choice> States => AllStates.Select(s => new Choice(s.Value, s.Said));
    public bool IsFiltered => !string.IsNullOrEmpty(Question) || !string.IsNullOrEmpty(Theme) || !string.IsNullOrEmpty(State);

    protected override async Task<IActionResult?> Ready()
    {
        var content = ContentJson.Read(await Db.Revisions.Where(r => r.QuestionnaireId == Survey.QuestionnaireId && r.Number == Survey.RevisionNumber).Select(r => r.Content).SingleAsync());
        Questions = [.. content.Questions.Where(q => q.Kind.IsText()).Select(q => new Choice(q.Code, q.Text.Text))];
        var open = Db.AnswerTexts.AsNoTracking().Where(t => t.SurveyId == Survey.Id && t.Opened);
        Themes = [.. (await open.Where(t => t.Theme != null).Select(t => t.Theme!).Distinct().ToListAsync()).Order(StringComparer.CurrentCulture).Select(t => new Choice(t, t)), new Choice(NoTheme, "Sans thème")];
        var texts = Filtered(open);
        Found = await texts.CountAsync();
        Number = int.TryParse(Asked, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, Pages) : 1;
        Texts = await texts.OrderBy(t => t.Id).Skip((Number - 1) * PerPage).Take(PerPage).ToListAsync();
        return null;
    }

    IQueryable<AnswerText> Filtered(IQueryable<AnswerText> texts)
    {
        // What is in no list finds nothing.
        if (!string.IsNullOrEmpty(Question)) texts = Questions.Any(q => q.Value == Question) ? texts.Where(t => t.Field == Question) : texts.Where(_ => false);
        if (Theme == NoTheme) texts = texts.Where(t => t.Theme == null);
        else if (!string.IsNullOrEmpty(Theme)) texts = Themes.Any(t => t.Value == Theme) ? texts.Where(t => t.Theme == Theme) : texts.Where(_ => false);
        if (AllStates.Where(s => s.Value == State).Select(s => (TextState?)s.State).FirstOrDefault() is { } state) texts = texts.Where(t => t.State == state);
        return texts;
    }

    public void OnGet() { }

    public string QuestionOf(AnswerText text) => Questions.FirstOrDefault(q => q.Value == text.Field)?.Label ?? text.Field;

    /// <summary>Another page of the same texts.</summary>
    public string PageOf(int number) => PathOf("textes/tous") + "?" + string.Join('&', new[] { ("question", Question), ("theme", Theme), ("etat", State), ("feuille", number.ToString(CultureInfo.InvariantCulture)) }.Where(q => !string.IsNullOrEmpty(q.Item2)).Select(q => $"{q.Item1}={Uri.EscapeDataString(q.Item2!)}"));
}
