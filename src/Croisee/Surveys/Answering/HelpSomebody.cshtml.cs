using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Answering;

/// <summary>For who helps somebody answer: the charter of neutrality (domain 9.5), who they are by type, then what to say before and after, then the questions one by one with a word for the helper on each.</summary>
[Audience(Audience.Public)]
public sealed class HelpSomebodyModel(AppDb db, PutSurveys surveys, StepAnswers answers, TimeProvider clock) : AnswerScreen(db, surveys, clock)
{
    public sealed class HelpForm
    {
        [Required(ErrorMessage = "Dites qui vous êtes pour la personne.")] public string? Helper { get; set; }
        [Required(ErrorMessage = "Dites où vous êtes.")] public string? Where { get; set; }
        /// <summary>« oui »: two at least have seen, and agree (domain 9.6).</summary>
        public List<string> Observed { get; set; } = [];
        [MinLength(1, ErrorMessage = "Pour aider, il faut accepter ces règles.")] public List<string> Charter { get; set; } = [];
    }

    public const string Agreed = "oui";

    [BindProperty] public HelpForm Form { get; set; } = new();

    /// <summary>By type, never by name (PRX-R2). Said to who helps, where the vocabulary speaks for who answers (« Une personne comme moi m’a aidé »).</summary>
    public static IReadOnlyList<Ui.Choice> Who { get; } =
    [
        new("aide_pair", "Une personne concernée, comme elle"), new("aide_proche", "Un proche"), new("aide_benevole_tiers", "Un bénévole, ou une autre personne"),
        new("aide_facilitateur_externe", "Un facilitateur venu d’ailleurs"), new("aide_professionnel", "Un professionnel du lieu", "La personne peut hésiter à tout dire devant vous. Proposez-lui une autre aide."),
    ];

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(IsOpen ? null : Redirect(PathOf()));

    /// <summary>Who helps has said so: here are the words to say, in a meeting or on the telephone.</summary>
    public bool IsAgreed => Helper is not null && HttpMethods.IsGet(Request.Method);
    public bool IsOnPhone => By?.StartsWith(Phone, StringComparison.Ordinal) is true;

    public void OnGet() { }

    public IActionResult OnPost()
    {
        if (!Helpers.Contains(Form.Helper)) ModelState.AddModelError("Form.Helper", "Choisissez une réponse de la liste.");
        if (Form.Where is not (Meeting or Phone)) ModelState.AddModelError("Form.Where", "Choisissez une réponse de la liste.");
        if (Form.Charter is not [Agreed]) ModelState.AddModelError("Form.Charter", "Pour aider, il faut accepter ces règles.");
        var observed = OffersObservation && Form.Observed is [Agreed];
        if (observed && Form.Helper == "aide_professionnel" && !Put.Survey.ProfessionalsMayAnswer) ModelState.AddModelError("Form.Observed", "Dans cette enquête, un professionnel ne répond pas à la place d’une personne. Demandez à un proche, ou à quelqu’un d’autre.");
        if (observed && Form.Where is Phone) ModelState.AddModelError("Form.Observed", "On n’observe pas au téléphone : soyez à côté de la personne.");
        if (!ModelState.IsValid) return Page();
        answers.Erase(HttpContext);
        return Redirect(PathOf("aider", $"{Form.Where}-{(observed ? Observation : Form.Helper)}"));
    }
}
