using Croisee.Data;
using Croisee.People;
using Croisee.Site.Demo;
using Croisee.Ui;

namespace Croisee.Site;

/// <summary>
/// Site owns the home page, static pages, help, errors and the demonstration's doors.
/// It shows what other rooms publish and must never hold rules of its own.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services)
    {
        services.AddScoped<ChangedByWords>();
        services.AddSingleton(new Preparation(SeedDemo.Prepare));
        services.AddSingleton(new Greeting(GreetDemo.Say));
        services.Entry("Répertoire", "/repertoire", 10);
        services.Entry("Appels", "/appels", 20);
        services.Entry("Le cadre", "/cadre", 30);
        services.Entry("Suivre ma parole", "/suivre", 40);
        services.Entry("Entrer comme…", "/demo", 90, http => http.RequestServices.GetRequiredService<DemoMode>().On && !http.RequestServices.GetRequiredService<Visitor>().IsKnown);
    }
}
