namespace Croisee.Office;

/// <summary><c>croisee doctor</c>: the check-up on the console. Exit code 0 when nothing is wrong, 1 otherwise; warnings do not change it.</summary>
static class Doctor
{
    public static async Task<int> Run(IServiceProvider services, string[] args)
    {
        using var scope = services.CreateScope();
        var findings = await scope.ServiceProvider.GetRequiredService<CheckUp>().Run();
        foreach (var finding in findings) Console.WriteLine($"{Sign(finding.Health),-10} {finding.Subject} : {finding.Text}");
        return findings.Any(f => f.Health is Health.Wrong) ? 1 : 0;
    }

    static string Sign(Health health) => health switch { Health.Well => "bien", Health.Attention => "attention", _ => "ERREUR" };
}
