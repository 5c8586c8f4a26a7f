using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
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

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (await surveys.Find(db, Form.Code, HttpContext.RequestAborted) is { } put) return Redirect($"/repondre/{put.Place.Code}");
        ModelState.AddModelError("Form.Code", "Ce code n’existe pas. Regardez le papier : il a six signes, des lettres et des chiffres.");
        return Page();
    }
}
