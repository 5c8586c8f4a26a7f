using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Cards;
using Croisee.Surveys.OnPaper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>Cards with single-use codes for one place, shown once to be printed. From the first card on, the place asks for a code. How many were used is not shown: it would count the answers (R1).</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class OneTimeCodesModel(AppDb db, Visitor visitor, PutSurveys put, IDataProtectionProvider protection, TimeProvider clock, Settings settings) : PaperScreen(db, visitor, put, clock)
{
    public sealed class CodesForm
    {
        public int? Count { get; set; }
        /// <summary>Only asked before the first cards: they close the place to who has none.</summary>
        public List<string> Sure { get; set; } = [];
    }

    public const string Yes = "oui";

    protected override bool OpensToPlaces => true;
    [BindProperty] public CodesForm Form { get; set; } = new();
    /// <summary>To print now: they cannot be read again.</summary>
    public IReadOnlyList<string> Told { get; private set; } = [];
    public int Made { get; private set; }
    public string Address => $"{settings.Origin}/repondre/{Place.Code}";
    /// <summary>The first page, where languages, help and answering for somebody else are offered. The code stands after the « # », which a browser sends to nobody (S15), and goes with the person.</summary>
    public string LinkOf(string code) => $"{Address}#{code}";

    protected override async Task<IActionResult?> Set()
    {
        Made = await Db.OneTimeCodes.CountAsync(c => c.PlaceId == Place.Id);
        return null;
    }

    public void OnGet() => Form.Count = Place.Eligible;

    public async Task<IActionResult> OnPost()
    {
        if (Form.Count is not (>= 1 and <= OneTimeCode.MostAtOnce)) { ModelState.AddModelError("Form.Count", $"Écrivez un nombre de 1 à {OneTimeCode.MostAtOnce}."); return Page(); }
        if (!Place.WithCodes && !Form.Sure.Contains(Yes)) { ModelState.AddModelError("Form.Sure", "Cochez la case : dès les premières cartes, personne ne répond plus ici sans la sienne."); return Page(); }
        var codes = Enumerable.Range(0, Form.Count.Value).Select(_ => OneTimeCode.New(Place)).ToList();
        Survey.AskForCodes(Place);
        // Sent twice, a page must not make twice as many: the second finds a survey that changed.
        Db.Entry(Survey).Property(s => s.Version).IsModified = true;
        Db.OneTimeCodes.AddRange(codes.Select(c => c.Kept));
        await TicketKeys.Of(Db, Place, protection, HttpContext.RequestAborted);
        await Saved(Acts.CodesMade, "");
        (Told, Made) = ([.. codes.Select(c => c.Told)], Made + codes.Count);
        return Page();
    }

    public override async Task<IActionResult?> OnConflict()
    {
        if (await base.OnConflict() is { } instead && Survey.Places.All(p => p.Code != Code)) return instead;
        Made = await Db.OneTimeCodes.CountAsync(c => c.PlaceId == Place.Id);
        ModelState.Clear();
        ModelState.AddModelError("", "Aucune carte n’a été faite cette fois : cette page avait déjà été envoyée, ou l’enquête a changé entre-temps. Voyez le nombre de cartes ci-dessous, puis recommencez s’il en manque.");
        return null;
    }
}
