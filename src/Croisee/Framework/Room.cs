using Croisee.Data;
using Croisee.Framework.Wording;
using Croisee.People;
using Croisee.Ui;

namespace Croisee.Framework;

/// <summary>
/// Framework owns the framework of analysis: closed vocabularies, the six landmarks, registers, the grid, the ladder of degrees.
/// It must never change a code, nor hold what somebody told.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services)
    {
        services.AddSingleton(ActWords.Told);
        services.AddSingleton<Labels>();
        services.AddSingleton<LabelKeeper>();
        services.AddScoped<ChangeWords>();
        services.AddHostedService<LabelWatch>();
        services.AddSingleton(new Preparation(s => s.GetRequiredService<LabelKeeper>().Load(s.GetRequiredService<AppDb>())));
        services.Entry("Les mots du cadre", "/bureau/cadre", 80, http => WordingDesk.Root(http.RequestServices.GetRequiredService<Visitor>()) is not null, staff: true, hint: "Changer les mots affichés par cette instance, jamais les codes.");
    }
}
