using Croisee.Data;
using Croisee.Jobs;
using Croisee.Ui;

namespace Croisee.Groups;

/// <summary>
/// Groups owns the people who sit together: seats in colleges, mandates, parity computed from them, and its overrides with their reasons.
/// It must never hold why somebody is a person concerned, nor let anybody give a seat to themselves.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services)
    {
        services.AddSingleton(ActWords.Told);
        services.AddScoped<TellLeads>();
        services.AddScoped<TellMandates>();
        services.Every(TimeSpan.FromDays(1), TellMandates.Job, (s, stop) => s.GetRequiredService<TellMandates>().Run(stop));
        services.AddScoped<ForgetInvited>();
        services.Every(TimeSpan.FromDays(1), ForgetInvited.Job, (s, stop) => s.GetRequiredService<ForgetInvited>().Run(stop));
        services.AddScoped<People.ILanding, GroupsLanding>();
        services.Hears<People.AccountClosed, SeatsOfPerson>();
        services.Entry("Mes groupes", "/groupes", 50, http => http.RequestServices.GetRequiredService<People.Visitor>().IsKnown);
        services.Entry("Groupes", "/bureau/groupes", 30, http => http.RequestServices.GetRequiredService<People.Visitor>().Has(Access.Organisers), staff: true, hint: "Composer les groupes à parts égales, suivre les mandats.");
    }
}
