using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Rules;
using Croisee.Surveys.Answering;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Offline;

/// <summary>For who goes where there is no network: the same charter as for any help (domain 9.5), then a device of their own.</summary>
[Audience(Audience.Public), EnableRateLimiting(AnswerLimit.Drafts)]
public sealed class PrepareDeviceModel(AppDb db, PutSurveys surveys, IDataProtectionProvider protection, TimeProvider clock) : AnswerScreen(db, surveys, clock)
{
    public sealed class PrepareForm
    {
        [Required(ErrorMessage = "Dites qui vous êtes pour la personne.")] public string? Helper { get; set; }
        [MinLength(1, ErrorMessage = "Pour aider, il faut accepter ces règles.")] public List<string> Charter { get; set; } = [];
    }

    /// <summary>The team's link of this place has it: its devices are counted apart from those that anybody may prepare.</summary>
    [FromQuery(Name = "equipe")] public string? TeamCode { get; set; }
    [BindProperty] public PrepareForm Form { get; set; } = new();
    public bool IsOfTeam => TeamCode == Put.Survey.TeamCodeOf(Put.Place);
    /// <summary>Of another place, or as it was before: told before a device is prepared that would be counted among everybody's.</summary>
    public bool IsStaleLink => TeamCode is { Length: > 0 } && !IsOfTeam;
    public bool WithCodes => Put.Place.WithCodes;

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(IsOpen && !Put.IsTrial ? null : Redirect(PathOf()));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (WithCodes) throw new RuleBroken("SUR-OFFLINE", "Ce lieu demande une carte à chaque personne : une carte ne se lit pas sans réseau.");
        if (Put.Survey.IsSigned) throw new RuleBroken("SUR-OFFLINE", "Ici, les réponses portent un nom : aucun appareil n’en garde.");
        if (!Helpers.Contains(Form.Helper)) ModelState.AddModelError("Form.Helper", "Choisissez une réponse de la liste.");
        if (Form.Charter is not [HelpSomebodyModel.Agreed]) ModelState.AddModelError("Form.Charter", "Pour aider, il faut accepter ces règles.");
        if (!ModelState.IsValid) return Page();
        // Prepared and never used, a device takes nobody's place for long.
        var fresh = Now.ParisDay().AddDays(-OfflineDevice.FreshDays);
        // Where there is no other place, there is no other place's number to keep free.
        var most = IsOfTeam && await Db.SurveyPlaces.CountAsync(p => p.SurveyId == Put.Survey.Id) > 1 ? OfflineDevice.MostOfAPlace : OfflineDevice.MostOfASurvey;
        var (ofTeam, place, counted) = (IsOfTeam, Put.Place.Id, Db.OfflineDevices.Where(d => d.SurveyId == Put.Survey.Id && (d.Received > 0 || d.PreparedOn > fresh)));
        if (await counted.CountAsync(d => d.IsOfTeam == ofTeam && (!ofTeam || d.PlaceId == place)) >= most) throw new RuleBroken("SUR-OFFLINE", ofTeam
            ? $"Votre équipe a déjà {most} appareils pour ce lieu. Retirez ceux qui ne servent plus, à la page des appareils." : $"Cette enquête a déjà {most} appareils. Demandez son lien à l’équipe qui l’a ouverte : avec lui, il reste de la place.");
        var device = new OfflineDevice(Put.Place, Form.Helper!, ofTeam, Now.ParisDay(), TakeEnvelope.Protector(protection).Protect);
        Db.OfflineDevices.Add(device);
        await Db.SaveChangesAsync();
        return Redirect($"/repondre/{Put.Place.Code}/hors-ligne/{device.Id:N}{(Language is { } language ? "?langue=" + Uri.EscapeDataString(language.Tag) : "")}");
    }
}
