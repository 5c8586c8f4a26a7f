using Croisee.Data;
using Croisee.Mail;
using Croisee.People;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

/// <summary>The office's own cards. <c>Shown</c> asks what the page itself asks, so that no card leads to a refusal.</summary>
static class Entries
{
    public static void Open(IServiceCollection services)
    {
        services.Entry("Structures et rôles", "/bureau/structures", 800, Administers, staff: true, hint: "Créer des structures, inviter des personnes, donner et retirer des rôles.");
        services.Entry("Journal", "/bureau/journal", 900, AdministersInstance, staff: true, hint: "Qui a fait quoi, quand et pourquoi.");
        services.Entry("Courriels", "/bureau/courriels", 910, AdministersInstance, staff: true, hint: "Ce qui attend, ce qui n’est pas parti et pourquoi.",
            waiting: http => http.RequestServices.GetRequiredService<AppDb>().OutgoingMails.CountAsync(m => m.State == MailState.Failed));
        services.Entry("Tâches", "/bureau/taches", 920, AdministersInstance, staff: true, hint: "Ce que l’instance fait toute seule, et quand.");
        services.Entry("Bilan de l’instance", "/bureau/bilan", 930, AdministersInstance, staff: true, hint: "Ce qui va, ce qui demande de l’attention.");
    }

    static bool Administers(HttpContext http) => http.RequestServices.GetRequiredService<Visitor>().Grants.Any(g => g.Role is Role.Administrator);
    static bool AdministersInstance(HttpContext http) => http.RequestServices.GetRequiredService<Visitor>().AdministersInstance;
}
