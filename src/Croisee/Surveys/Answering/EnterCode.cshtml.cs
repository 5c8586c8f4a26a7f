using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Cards;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.Surveys.Answering;

/// <summary>For who holds a paper: the code of the place, typed.</summary>
[Audience(Audience.Public), EnableRateLimiting(Limits.Codes)]
public sealed class EnterCodeModel(AppDb db, PutSurveys surveys) : Screen
{
    public sealed class CodeForm
    {
        [Required(ErrorMessage = "Écrivez le code qui est sur le papier ou sur l’affiche.")] public string? Code { get; set; }
    }

    [BindProperty] public CodeForm Form { get; set; } = new();

    public override Task<IActionResult?> Prepare()
    {
        Speech.Set(HttpContext, HouseTongues.Find(Request.Query["langue"])?.Speech);
        return base.Prepare();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (await surveys.Find(db, Form.Code, HttpContext.RequestAborted) is { } put) return Redirect(Along($"/repondre/{put.Place.Code}"));
        if (SpokenCode.Read(Form.Code) is not null) return Redirect(Along("/repondre/reprendre"));
        ModelState.AddModelError("Form.Code", OneTimeCode.Read(Guid.Empty, Form.Code) is not null ? "C’est le code d’une carte. Écrivez d’abord le code du lieu : il a six signes, et il est sur la même carte."
            : "Ce code n’existe pas. Regardez le papier : il a six signes, des lettres et des chiffres.");
        return Page();
    }

    string Along(string path) => Speech.Of(HttpContext) is { } speech ? $"{path}?langue={speech.Tag}" : path;
}
