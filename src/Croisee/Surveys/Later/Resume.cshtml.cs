using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Cards;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.Surveys.Later;

/// <summary>Where answers kept for later are taken up again, or erased, with their code; by a form, never by an address (S15).</summary>
[Audience(Audience.Public), EnableRateLimiting(Limits.Codes)]
public sealed class ResumeModel(AppDb db, PutSurveys surveys, StepAnswers steps, DraftBox box, ResumeCookie resume) : Screen
{
    public sealed class ResumeForm
    {
        [Required(ErrorMessage = "Écrivez le code que vous avez gardé.")] public string? Code { get; set; }
        /// <summary>Who goes on at once: on a shared tablet still, or with the same help.</summary>
        public string? By { get; set; }
    }

    const string Nothing = "Rien n’est gardé sous ce code. Ces réponses ont été envoyées ou effacées, ou elles ont plus de 30 jours.";

    [BindProperty] public ResumeForm Form { get; set; } = new();
    /// <summary>Which button: empty takes up again, « effacer » asks whether to erase, « oui » does.</summary>
    [FromForm(Name = "faire")] public string? Doing { get; set; }
    public bool Erased { get; private set; }
    /// <summary>Asked once more before they go.</summary>
    public bool Sure { get; private set; }

    public override Task<IActionResult?> Prepare()
    {
        Speech.Set(HttpContext, HouseTongues.Find(Request.Query["langue"])?.Speech);
        return base.Prepare();
    }

    public void OnGet(string? fait) => Erased = fait == "efface";

    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid) return Page();
        var cancel = HttpContext.RequestAborted;
        var code = SpokenCode.Read(Form.Code);
        if (code is null) return Refused("Il y a une erreur dans ce code : une syllabe manque, ou une lettre est fausse. Regardez votre papier.");
        if (await box.Open(code, cancel) is not { } kept) return Refused(Nothing);
        if (Doing == "effacer") { Sure = true; return Page(); }
        // The right to answer stays with the person, here, when the answers go.
        if (kept.Ticket is { } ticket) AnswerTicket.Keep(HttpContext, ticket);
        if (Doing == "oui")
        {
            await box.Erase(code, cancel);
            return Redirect("/repondre/reprendre?fait=efface" + (Speech.Of(HttpContext) is { } speech ? "&langue=" + speech.Tag : ""));
        }
        if (await surveys.Find(db, kept.Place, cancel) is not { } put) return Refused(Nothing);
        ResumeCookie.ForgetTold(HttpContext);
        var place = $"/repondre/{put.Place.Code}";
        var asked = string.IsNullOrEmpty(Form.By) ? kept.Asked : $"{kept.Asked}{(kept.Asked.Length > 0 ? "&" : "?")}par={Uri.EscapeDataString(Form.By)}";
        // What is too long for one question at a time is taken up on the page of all.
        if (kept.Way == "questions" || !steps.Keep(HttpContext, steps.New(put.Place.Code) with { Answers = kept.Answers, Resume = code, Mode = kept.Mode, Name = kept.Name }))
        {
            resume.Hand(HttpContext, code);
            return Redirect($"{place}/questions{asked}");
        }
        var next = put.Content.PutTo(new GivenAnswers(kept.Answers)).SelectMany(q => q.Fields()).Where(f => !kept.Answers.ContainsKey(f.Code)).Select(f => f.Code).FirstOrDefault();
        return Redirect($"{place}/pas-a-pas/{next ?? "fin"}{asked}");
    }

    IActionResult Refused(string sentence)
    {
        ModelState.AddModelError("Form.Code", sentence);
        return Page();
    }
}
