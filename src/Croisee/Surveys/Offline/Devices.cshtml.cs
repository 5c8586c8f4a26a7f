using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Desk;
using Croisee.Surveys.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Offline;

/// <summary>The devices of a survey, and the tray of answers that came after its end: the team counts them or leaves them, all together and unread (F23).</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class DevicesModel(AppDb db, Visitor visitor, PutSurveys put, TakeEnvelope take, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    public IReadOnlyList<OfflineDevice> Devices { get; private set; } = [];
    public int Late { get; private set; }
    public int DoNotFit { get; private set; }

    public string NameOf(OfflineDevice device) => Survey.Places.FirstOrDefault(p => p.Id == device.PlaceId)?.Name ?? "";
    /// <summary>In bands, and no day: beside published shares the number itself would say more than they do (R1, R6), and its growing would say who has just answered.</summary>
    public static string Received(OfflineDevice device) => device.Received == 0 ? "rien encore" : Band(device.Received);
    /// <summary>Of the tray as of a device: looked at day after day, the number itself would say how many came since, and in the journal for ever.</summary>
    public static string Band(int count) => count < Thresholds.LeastBatch ? $"moins de {Thresholds.LeastBatch} réponses" : Results.ResultLines.SizeOf(SizeBand.Of(count));
    /// <summary>As papers: two weeks after the end, then the figures move no more.</summary>
    public bool MayCount => Survey.TakesPapersAt(Now);

    protected override async Task<IActionResult?> Ready()
    {
        Devices = await Db.OfflineDevices.AsNoTracking().Where(d => d.SurveyId == Survey.Id).OrderByDescending(d => d.PreparedOn).ThenBy(d => d.Id).ToListAsync();
        var late = Db.LateEnvelopes.Where(l => l.SurveyId == Survey.Id);
        Late = await late.CountAsync(l => l.Reason == LateReason.AfterTheEnd);
        DoNotFit = await late.CountAsync(l => l.Reason == LateReason.DoesNotFit);
        return null;
    }

    /// <summary>Id of a device to take off the list: asked for by a link, done by a form.</summary>
    [FromQuery(Name = "retirer")] public string? Asked { get; set; }
    [FromForm(Name = "appareil")] public string? Confirmed { get; set; }
    public OfflineDevice? ToRemove => Find(Asked);

    OfflineDevice? Find(string? id) => Devices.FirstOrDefault(d => d.Id.ToString("N") == id);

    public void OnGet() { }

    /// <summary>Erasing what does not fit: asked for by a link, done by a form.</summary>
    [FromQuery(Name = "effacer")] public string? AskedToErase { get; set; }
    [FromForm(Name = "effacer")] public string? ConfirmedErasing { get; set; }
    public bool ToErase => AskedToErase is "oui" && DoNotFit > 0;

    public Task<IActionResult?> OnPost() => ConfirmedErasing is "oui" ? EraseMisfit() : Confirmed is null ? CountLate() : Remove();

    /// <summary>All of them and unread: what nobody can count need not be kept, and leaves room for what can be.</summary>
    async Task<IActionResult?> EraseMisfit()
    {
        var survey = Survey.Id;
        var answer = await Saved(Acts.MisfitErased, "Les réponses qui ne correspondent pas au questionnaire sont effacées.", Band(DoNotFit), "appareils");
        await Db.Write(d => d.LateEnvelopes.Where(l => l.SurveyId == survey && l.Reason == LateReason.DoesNotFit).ExecuteDelete());
        return answer;
    }

    /// <summary>What it has sent stays counted; what waits in the tray needs its key, so it stays too.</summary>
    async Task<IActionResult?> Remove()
    {
        if (Find(Confirmed) is not { } device) return Redirect(PathOf("appareils"));
        if (await Db.LateEnvelopes.AnyAsync(l => l.DeviceId == device.Id)) { ModelState.AddModelError("", "Des réponses de cet appareil attendent encore ici, fermées : il faut sa clé pour les ouvrir. Comptez-les d’abord, ou effacez celles qui ne correspondent pas au questionnaire."); return null; }
        Db.Remove(device);
        return await Saved(Acts.DeviceRemoved, $"L’appareil {device.Mark} est retiré.", device.Mark, "appareils");
    }

    async Task<IActionResult?> CountLate()
    {
        if (!MayCount) { ModelState.AddModelError("", "Les résultats définitifs sont publiés : ils ne bougent plus. Ces réponses restent ici."); return null; }
        if (Late == 0) return await Saved(Acts.LateCounted, "Il n’y a plus de réponse en retard.");
        var survey = await Db.Surveys.AsNoTracking().Include(s => s.Organisation).Include(s => s.Places).Include(s => s.Revision).SingleAsync(s => s.Id == Survey.Id);
        var content = Content.ContentJson.Read(survey.Revision.Content);
        var (shut, blank, counted) = (0, 0, 0);
        foreach (var late in await Db.LateEnvelopes.AsNoTracking().Where(l => l.SurveyId == Survey.Id && l.Reason == LateReason.AfterTheEnd).ToListAsync())
        {
            var became = await take.Count(new PutSurvey(survey, survey.Places.Single(p => p.Id == late.PlaceId), survey.Organisation.Name, content), Devices.Single(d => d.Id == late.DeviceId), late);
            if (became is CountedLate.Shut) shut++; else if (became is CountedLate.Blank) blank++; else counted++;
        }
        return await Saved(Acts.LateCounted, Told(shut, blank, counted));
    }

    static string Told(int shut, int blank, int counted)
    {
        var told = new List<string>();
        if (shut > 0) told.Add($"Réponses qui ne s’ouvrent pas sur ce serveur : {Band(shut)}. Elles restent ici, fermées{(counted > 0 ? " ; les autres sont comptées" : "")}.");
        else if (counted > 0) told.Add("Les réponses en retard sont comptées : elles paraîtront avec les prochains résultats.");
        if (blank > 0) told.Add($"Feuilles sans aucune réponse : {blank}. Elles ne comptent pas, et ne sont pas gardées.");
        return string.Join(' ', told);
    }
}
