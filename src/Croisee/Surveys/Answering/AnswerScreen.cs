using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Answering;

/// <summary>A page of somebody who answers, found by the code of a place. No account, no cookie of a person; nothing is written before they send.</summary>
public abstract class AnswerScreen(AppDb db, PutSurveys surveys, TimeProvider clock) : Screen
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";
    /// <summary>« proche » or « professionnel »: answers in a person's place, with the wording for it (PRX-R3).</summary>
    [FromQuery(Name = "pour")] public string? Pour { get; set; }

    public PutSurvey Put { get; private set; } = null!;
    protected AppDb Db => db;
    public DateTime Now => clock.UtcNow();
    /// <summary>The survey takes answers now; else the page says since when or from when.</summary>
    public bool IsOpen { get; private set; }
    public bool ForAnother => Pour is "proche" || Pour is "professionnel" && Put.Survey.ProfessionalsMayAnswer;

    protected virtual Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(null);

    public override async Task<IActionResult?> Prepare()
    {
        if (await surveys.Find(db, Code, HttpContext.RequestAborted) is not { } put) return NotFound();
        if (!put.Survey.AcceptsAt(Now)) put = await surveys.Read(db, put.Place.Code, HttpContext.RequestAborted) ?? put;
        Put = put;
        IsOpen = put.Survey.AcceptsAt(Now);
        if (Code != put.Place.Code) return Redirect(Request.Path.Value!.Replace(Code, put.Place.Code) + Request.QueryString);
        return await Ready();
    }

    public string PathOf(string part = "") => $"/repondre/{Put.Place.Code}{(part.Length > 0 ? "/" + part : "")}{(ForAnother ? "?pour=" + Pour : "")}";

    /// <summary>Ways of answering that this reader may declare, by type, never by name (PRX-R2).</summary>
    public IEnumerable<string> Modes => ForAnother
        ? [Pour is "proche" ? "proche_a_la_place" : "professionnel_a_la_place"]
        : ["seul", "seul_avec_outil", "aide_pair", "aide_proche", "aide_benevole_tiers", "aide_facilitateur_externe", "aide_professionnel", "groupe"];
}
