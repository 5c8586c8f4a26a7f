using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.CallOffice;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class CallContentModel(AppDb db, Visitor visitor, TimeProvider clock) : CallScreen(db, visitor, clock)
{
    public sealed class ContentForm
    {
        const int Max = CallBlocks.TextMax;
        const string TooLong = Answers.Limits.TooLong;
        [Required(ErrorMessage = "Donnez un titre à l’appel."), StringLength(Call.TitleMax, ErrorMessage = TooLong)] public string? Title { get; set; }
        [StringLength(Call.TitleMax, ErrorMessage = TooLong)] public string? EasyTitle { get; set; }
        [StringLength(Max, ErrorMessage = TooLong)] public string? Why { get; set; }
        [StringLength(Max, ErrorMessage = TooLong)] public string? WhyEasy { get; set; }
        [StringLength(Max, ErrorMessage = TooLong)] public string? Goal { get; set; }
        [StringLength(Max, ErrorMessage = TooLong)] public string? GoalEasy { get; set; }
        [StringLength(Max, ErrorMessage = TooLong)] public string? Who { get; set; }
        [StringLength(Max, ErrorMessage = TooLong)] public string? WhoEasy { get; set; }
        [StringLength(Max, ErrorMessage = TooLong)] public string? Use { get; set; }
        [StringLength(Max, ErrorMessage = TooLong)] public string? UseEasy { get; set; }
        [StringLength(Max, ErrorMessage = TooLong)] public string? Contact { get; set; }
        [StringLength(Max, ErrorMessage = TooLong)] public string? ContactEasy { get; set; }

        internal static ContentForm Of(Call call) => new()
        {
            Title = call.Title, EasyTitle = call.EasyTitle, Why = call.Blocks.Why.Text, WhyEasy = call.Blocks.Why.Easy, Goal = call.Blocks.Goal.Text, GoalEasy = call.Blocks.Goal.Easy,
            Who = call.Blocks.Who.Text, WhoEasy = call.Blocks.Who.Easy, Use = call.Blocks.Use.Text, UseEasy = call.Blocks.Use.Easy, Contact = call.Blocks.Contact.Text, ContactEasy = call.Blocks.Contact.Easy,
        };

        internal CallBlocks Blocks => new() { Why = Pair(Why, WhyEasy), Goal = Pair(Goal, GoalEasy), Who = Pair(Who, WhoEasy), Use = Pair(Use, UseEasy), Contact = Pair(Contact, ContactEasy) };

        static CallText Pair(string? text, string? easy) => new(Lines(text), Lines(easy));
        static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

        internal IEnumerable<(string Field, string? Text)> Texts() =>
            [(nameof(Title), Title), (nameof(EasyTitle), EasyTitle), (nameof(Why), Why), (nameof(WhyEasy), WhyEasy), (nameof(Goal), Goal), (nameof(GoalEasy), GoalEasy),
             (nameof(Who), Who), (nameof(WhoEasy), WhoEasy), (nameof(Use), Use), (nameof(UseEasy), UseEasy), (nameof(Contact), Contact), (nameof(ContactEasy), ContactEasy)];
    }

    [BindProperty] public ContentForm Form { get; set; } = new();

    /// <summary>What could be simpler in each easy text as it stands in the form.</summary>
    public IReadOnlyList<(string Label, EasyReportView Text)> Easy => [.. new[]
    {
        ("Titre facile à lire", "titre", Form.EasyTitle), ("Pourquoi contribuer ?", "pourquoi", Form.WhyEasy), ("Objectif du recueil", "objectif", Form.GoalEasy),
        ("Qui peut répondre ?", "qui", Form.WhoEasy), ("À quoi va servir la contribution ?", "servir", Form.UseEasy), ("Pour plus d’informations", "informations", Form.ContactEasy),
    }.Where(t => !string.IsNullOrWhiteSpace(t.Item3)).Select(t => (t.Item1, new EasyReportView(EasyReport.Of(t.Item3), t.Item2)))];

    public void OnGet() => Form = ContentForm.Of(Call);

    public Task<IActionResult> OnPost()
    {
        Call.Rename(Form.Title!, Form.EasyTitle);
        Call.Write(Form.Blocks);
        return Saved(Acts.CallWritten, null, "Les textes sont enregistrés.", "contenu");
    }

    /// <summary>Both texts are shown: what somebody else saved stands beside what was typed here.</summary>
    public override async Task<IActionResult?> OnConflict()
    {
        await base.OnConflict();
        var theirs = ContentForm.Of(Call);
        ViewData[FormFieldTagHelper.TheirsKey] = theirs.Texts().Zip(Form.Texts()).Where(p => (p.First.Text ?? "") != (p.Second.Text ?? "").ReplaceLineEndings("\n").Trim())
            .ToDictionary(p => "Form." + p.First.Field, p => p.First.Text ?? "");
        return null;
    }
}
