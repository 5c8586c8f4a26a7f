using Croisee.Data;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

/// <summary>
/// When a certified host of health data is needed (CSP L1111-8, domain 10.1): answers on care that say whose they are. Croisée refuses them together
/// (CMP-R8); this says how near the open surveys come, for whoever chooses where the instance runs.
/// </summary>
static class HealthDataHost
{
    public const string Subject = "Hébergeur de données de santé";

    const string Rule = "Un hébergeur certifié (HDS) est nécessaire dès que des réponses sur les soins ou la santé disent de qui elles sont, par un nom ou parce que le lieu est petit. Modèle d’analyse d’impact : docs/aipd.md.";

    public static async Task<Finding> Look(AppDb db, DateTime now)
    {
        var today = now.ParisDay();
        var open = await db.Surveys.AsNoTracking().Where(s => s.ClosesOn >= today).Include(s => s.Revision).ToListAsync();
        var signed = open.Where(s => s.IsSigned).ToList();
        var care = open.Count(s => ContentJson.Read(s.Revision.Content).Questions.Any(q => q.Sensitive));
        if (signed.Count > 0)
            return new(Subject, Health.Attention, $"Enquêtes ouvertes où les réponses portent un nom : {signed.Count}. Relisez leurs questions : aucune ne doit parler de soins ou de santé. {Rule}");
        return care > 0 ? new(Subject, Health.Attention, $"Enquêtes ouvertes qui parlent de soins, sans nom : {care}. Dans un très petit lieu, vérifiez que personne n’est reconnaissable. {Rule}")
            : new(Subject, Health.Well, "Aucune enquête ouverte ne parle de soins, aucune réponse ne porte de nom. " + Rule);
    }
}
