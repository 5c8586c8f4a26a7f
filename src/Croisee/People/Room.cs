using Croisee.Data;
using Croisee.Jobs;
using Croisee.Journal;
using Croisee.Ui;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>
/// People owns persons, sign-in by e-mailed code, sessions, the tree of organisations and the roles held on it.
/// It must never hold anything about a person's health or situation, nor a password.
/// </summary>
public static class Room
{
    static readonly TimeSpan RequestsKept = TimeSpan.FromDays(1), SessionsKept = TimeSpan.FromDays(180);

    public static void Open(IServiceCollection services)
    {
        services.AddSingleton(ActWords.Told);
        services.AddSingleton(new HeaderPart("/People/_Visitor.cshtml"));
        services.AddScoped<Visitor>();
        services.AddSingleton<Network>();
        services.AddSingleton<SignInCookie>();
        services.AddSingleton<KnownHereCookie>();
        services.AddSingleton<InvitationCookie>();
        services.AddScoped<SendSignInCodes>();
        services.AddScoped<Entrance>();
        services.AddScoped<Invite>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<CloseAccount>();
        services.AddScoped<SuspendAccount>();
        services.AddSingleton(new EraseAgain(Acts.AccountClosed, nameof(Person), CloseAccount.Again));
        services.AddScoped<ChangeEmail>();
        services.AddScoped<GiveBackAccount>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<PersonStore>();
        services.AddIdentityCore<Person>().AddUserStore<PersonStore>().AddTokenProvider<AuthenticatorTokenProvider<Person>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddSingleton(new Preparation(ProtectionKeyStore.Prepare));
        services.AddSingleton(new Preparation(FirstAdministrator.Prepare));
        services.AddSingleton(new Greeting(FirstAdministrator.Greet));
        services.AddSingleton(new Verb("invite", "invite ADRESSE", "inviter la première personne qui administre", FirstAdministrator.Run));
        services.Configure<MvcOptions>(options => options.Filters.Add<HearRefusals>());
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme, SessionCookie.Configure);
        services.AddRateLimiter(Limits.Configure);
        // Keys made from now on seal with AES-GCM, one pass instead of a cipher and a separate HMAC; each older key says itself how it seals, and goes on opening what it sealed.
        services.AddDataProtection().SetApplicationName("croisee")
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddSingleton<ProtectionSeal>();
        services.AddSingleton<IXmlRepository, ProtectionKeyStore>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((options, store) => options.XmlRepository = store);
        services.Every(TimeSpan.FromSeconds(30), SendSignInCodes.Job, (s, stop) => s.GetRequiredService<SendSignInCodes>().Run(stop), ownLoop: true);
        services.Every(TimeSpan.FromHours(1), "oublier les demandes et les sessions anciennes", (s, stop) => Forget(s.GetRequiredService<AppDb>(), s.GetRequiredService<TimeProvider>().UtcNow()));
    }

    static Task Forget(AppDb db, DateTime now) =>
        db.Write(d => d.SignInRequests.Where(r => r.AskedAt < now - RequestsKept).ExecuteDelete() + d.EmailChanges.Where(c => c.AskedAt < now - RequestsKept && (c.FormerEmail == null || c.AskedAt < now - EmailChange.FormerKept)).ExecuteDelete() + d.Sessions.Where(s => s.SeenAt < now - SessionsKept).ExecuteDelete());
}
